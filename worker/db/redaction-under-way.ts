import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { redactions } from "./schema.ts";

/**
 * For a statement that puts a document before somebody, or words into it: it does nothing while
 * personal data is being removed there.
 */
export function noneUnderWay(documentId: string): SQL {
  return sql`not exists (select 1 from ${redactions} as begun
    where begun.document_id = ${documentId} and begun.status = 'confirmed')`;
}

export async function isUnderWay(db: Database, documentId: string): Promise<boolean> {
  const rows = await db
    .select({ id: redactions.id })
    .from(redactions)
    .where(and(eq(redactions.documentId, documentId), eq(redactions.status, "confirmed")));
  return rows.length > 0;
}
