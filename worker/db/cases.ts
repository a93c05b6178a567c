import { and, eq, sql } from "drizzle-orm";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { questions } from "./questions-schema.ts";
import { documents } from "./schema.ts";

type NewDocument = Omit<typeof documents.$inferInsert, "position" | "projectedPlace">;

/** Behind the forum's other documents. */
export function insertDocument(db: Database, document: NewDocument) {
  const position = lastPlace(document.forumId);
  return db.insert(documents).values({ ...document, position });
}

/** The same, only while the question has become no case yet. */
export function insertCaseOf(db: Database, questionId: string, document: NewDocument) {
  const row = {
    ...document,
    position: lastPlace(document.forumId),
    isUnnamed: sql`${Number(document.isUnnamed ?? false)}`,
    projectedPlace: 0,
  };
  const isNone = sql`exists (select 1 from ${questions}
    where ${questions.id} = ${questionId} and ${questions.documentId} is null)`;
  return insertWhere(db, documents, row, isNone);
}

function lastPlace(forumId: string) {
  return sql<number>`(select coalesce(max(position), -1) + 1 from documents
    where forum_id = ${forumId})`;
}

/** A forum's documents in this order; only where they still stand as the sender saw them. */
export function orderDocuments(
  db: Database,
  forumId: string,
  ids: readonly string[],
  basedOn: readonly string[],
) {
  const now = sql`(select json_group_array(id) from (
    select id from documents where forum_id = ${forumId} order by position, created_at, id))`;
  return db
    .update(documents)
    .set({
      position: sql`(select key from json_each(${JSON.stringify(ids)}) where value = ${documents.id})`,
    })
    .where(and(eq(documents.forumId, forumId), sql`${now} = json(${JSON.stringify(basedOn)})`));
}
