import { env } from "cloudflare:workers";
import { dayInWib } from "../../domain/wib.ts";
import { openDatabase } from "../db/open.ts";
import { agreements, carriedFollowUps, followUpReports, followUps } from "../db/schema.ts";

const dayMs = 24 * 60 * 60_000;

/** The day so many days from now, in WIB. */
export function dayFromNow(days: number): string {
  return dayInWib(Date.now() + days * dayMs);
}

/** A follow-up as a document's room writes it: of Desa Contoh A in the open case. */
export async function addFollowUp(
  id: string,
  given: Partial<typeof followUps.$inferInsert> = {},
): Promise<void> {
  await openDatabase(env)
    .insert(followUps)
    .values({
      id,
      documentId: "case-open",
      nodeId: `node-${id}`,
      position: 0,
      activity: `Kegiatan ${id}`,
      responsible: "Kaur Keuangan",
      villageText: "Desa Contoh A",
      villageId: "village-a",
      dueText: "31 Desember 2030",
      dueDate: "2030-12-31",
      output: "Laporan",
      place: 1,
      createdAt: 0,
      ...given,
    });
}

export async function addAgreement(
  nodeId: string,
  given: Partial<typeof agreements.$inferInsert> = {},
): Promise<void> {
  await openDatabase(env)
    .insert(agreements)
    .values({
      nodeId,
      documentId: "case-open",
      position: 0,
      text: `Kesepakatan ${nodeId}`,
      place: 1,
      ...given,
    });
}

export async function forgetFollowUps(): Promise<void> {
  const db = openDatabase(env);
  await db.batch([
    db.delete(carriedFollowUps),
    db.delete(followUpReports),
    db.delete(followUps),
    db.delete(agreements),
  ]);
}
