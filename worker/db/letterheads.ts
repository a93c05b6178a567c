import { eq, sql } from "drizzle-orm";
import { letterheads } from "./letterhead-schema.ts";
import type { Database } from "./open.ts";
import { districts } from "./schema.ts";

type LetterheadRow = typeof letterheads.$inferSelect;

/** What stands while nobody typed anything. */
const unwritten: Omit<LetterheadRow, "districtId"> = {
  government: "",
  office: "",
  address: "",
  contact: "",
  emblemId: null,
  emblemType: null,
  emblemBytes: null,
  emblemSha256: null,
  revision: 0,
  changedAt: 0,
};

/** The district's names, and what its office typed. */
export async function findLetterhead(db: Database, districtId: string) {
  const [found] = await db
    .select({
      names: {
        district: sql<string>`${districts.name}`.as("district"),
        regency: districts.regency,
      },
      row: letterheads,
    })
    .from(districts)
    .leftJoin(letterheads, eq(letterheads.districtId, districts.id))
    .where(eq(districts.id, districtId));
  if (found === undefined) throw new Error("a person of a district that is not there");
  return { names: found.names, row: found.row ?? { ...unwritten, districtId } };
}

/** Changes nothing where it is no longer what the sender saw. */
export function replaceLetterhead(db: Database, row: LetterheadRow, basedOn: number) {
  return db
    .insert(letterheads)
    .values(row)
    .onConflictDoUpdate({
      target: letterheads.districtId,
      set: row,
      setWhere: eq(letterheads.revision, basedOn),
    });
}
