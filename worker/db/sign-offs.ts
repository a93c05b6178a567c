import { and, eq, sql } from "drizzle-orm";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { noneUnderWay } from "./redaction-under-way.ts";
import { documents, signOffs } from "./schema.ts";
import { isCurrent } from "./submissions.ts";

/** For one batch, the status last: of two who sign at once the second signs nothing. */
export function signStatements(db: Database, signOff: typeof signOffs.$inferInsert) {
  const { documentId, submissionId } = signOff;
  return [
    insertWhere(
      db,
      signOffs,
      signOff,
      sql`${isCurrent(documentId, submissionId)} and ${noneUnderWay(documentId)}`,
    ),
    db
      .update(documents)
      .set({ status: "signed" })
      .where(
        and(
          eq(documents.id, documentId),
          eq(documents.status, "submitted"),
          sql`exists (select 1 from ${signOffs} where ${signOffs.submissionId} = ${submissionId})`,
        ),
      ),
  ] as const;
}

export function selectSignOff(db: Database, submissionId: string) {
  return db.select().from(signOffs).where(eq(signOffs.submissionId, submissionId));
}

/** Whether a document was signed with this fingerprint. */
export async function isSignedFingerprint(db: Database, fingerprint: string): Promise<boolean> {
  const rows = await db
    .select({ id: signOffs.submissionId })
    .from(signOffs)
    .where(eq(signOffs.fingerprint, fingerprint))
    .limit(1);
  return rows.length > 0;
}
