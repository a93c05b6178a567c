import { and, asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { replies, threadReads, threads } from "./schema.ts";
import { isThere } from "./threads.ts";

export type ReplyRow = typeof replies.$inferSelect;

/** To these threads, or to all of a document, the oldest first. */
export function selectReplies(db: Database, documentId: string, ids?: readonly string[]) {
  return db
    .select(getTableColumns(replies))
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .where(
      and(
        eq(threads.documentId, documentId),
        isNull(threads.removedAt),
        isNull(replies.removedAt),
        ids && sql`${threads.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(asc(replies.createdAt), asc(replies.id));
}

export async function findReply(db: Database, replyId: string): Promise<ReplyRow | null> {
  const [row] = await db.select().from(replies).where(eq(replies.id, replyId));
  return row ?? null;
}

/** With it the thread has a newer word. Nothing happens where it is there, or its thread is not. */
export function insertReply(db: Database, reply: ReplyRow) {
  const { createdAt, threadId } = reply;
  // One that is sent again was written at another time.
  const isWritten = db
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.id, reply.id), eq(replies.createdAt, createdAt)));
  return db.batch([
    db
      .insert(replies)
      .select(
        db
          .select({
            id: sql<string>`${reply.id}`.as("id"),
            threadId: threads.id,
            authorPersonId: sql<string>`${reply.authorPersonId}`.as("author_person_id"),
            authorVillageId: sql<string | null>`${reply.authorVillageId}`.as("author_village_id"),
            text: sql<string>`${reply.text}`.as("text"),
            mentions: sql<string>`${reply.mentions}`.as("mentions"),
            createdAt: sql<number>`${createdAt}`.as("created_at"),
            removedAt: sql<null>`null`.as("removed_at"),
          })
          .from(threads)
          .where(isThere(threadId)),
      )
      .onConflictDoNothing(),
    db
      .update(threads)
      .set({ lastWordAt: createdAt })
      .where(and(isThere(threadId), sql`exists ${isWritten}`)),
  ]);
}

export function removeReply(db: Database, replyId: string, authorId: string, now: number) {
  return db
    .update(replies)
    .set({ removedAt: now })
    .where(
      and(eq(replies.id, replyId), eq(replies.authorPersonId, authorId), isNull(replies.removedAt)),
    );
}

/** Up to when this person has read the document's threads. */
export function selectReads(db: Database, documentId: string, personId: string) {
  return db
    .select({ threadId: threadReads.threadId, readAt: threadReads.readAt })
    .from(threadReads)
    .innerJoin(threads, eq(threads.id, threadReads.threadId))
    .where(and(eq(threads.documentId, documentId), eq(threadReads.personId, personId)));
}

export function upsertReads(
  db: Database,
  documentId: string,
  personId: string,
  threadIds: readonly string[],
  now: number,
) {
  return db.run(sql`
    insert into ${threadReads} (person_id, thread_id, read_at)
    select ${personId}, id, ${now} from ${threads}
    where document_id = ${documentId} and removed_at is null
      and id in (select value from json_each(${JSON.stringify(threadIds)}))
    on conflict (person_id, thread_id) do update set read_at = excluded.read_at`);
}
