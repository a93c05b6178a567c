import { and, asc, eq, ne } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import { inTheirOrder } from "./follow-ups.ts";
import type { Database } from "./open.ts";
import { agreements, documents } from "./schema.ts";

/** What the forum's documents agree on, in their order. */
export function selectAgreementsOfForum(db: Database, forumId: string) {
  return db
    .select({
      nodeId: agreements.nodeId,
      text: agreements.text,
      document: documentColumns,
    })
    .from(agreements)
    .innerJoin(documents, eq(documents.id, agreements.documentId))
    .where(
      and(
        eq(documents.forumId, forumId),
        eq(agreements.isGone, false),
        ne(documents.status, "withdrawn"),
      ),
    )
    .orderBy(...inTheirOrder, asc(agreements.position), asc(agreements.nodeId));
}
