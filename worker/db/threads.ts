import { and, asc, eq, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { documents, replies, threads } from "./schema.ts";

export type ThreadRow = typeof threads.$inferSelect;
export type NewThread = typeof threads.$inferInsert;

/** Of these, or all of a document that were not taken back. */
export function selectThreads(db: Database, documentId: string, ids?: readonly string[]) {
  return db
    .select()
    .from(threads)
    .where(
      and(
        eq(threads.documentId, documentId),
        isNull(threads.removedAt),
        ids && sql`${threads.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(asc(threads.createdAt), asc(threads.id));
}

/** One, whatever became of it. */
export async function findThread(db: Database, threadId: string): Promise<ThreadRow | null> {
  const [row] = await db.select().from(threads).where(eq(threads.id, threadId));
  return row ?? null;
}

/** Nothing happens where a thread of this id is there. */
export function insertThread(db: Database, thread: NewThread) {
  return db.insert(threads).values(thread).onConflictDoNothing();
}

/** Only while it is being placed: whoever swept it away meanwhile was first. */
export function updatePlaced(
  db: Database,
  threadId: string,
  set: Pick<ThreadRow, "place" | "containerId" | "quote"> & { placement: "placed" | "beside" },
) {
  return db
    .update(threads)
    .set(set)
    .where(and(eq(threads.id, threadId), eq(threads.placement, "placing")));
}

/** A thread of which nothing came. */
export function deletePlacing(db: Database, threadId: string) {
  return db.delete(threads).where(and(eq(threads.id, threadId), eq(threads.placement, "placing")));
}

/** Those that were left on their way. */
export function selectLeftPlacing(db: Database, documentId: string, before: number) {
  return db
    .select()
    .from(threads)
    .where(
      and(
        eq(threads.documentId, documentId),
        eq(threads.placement, "placing"),
        lt(threads.createdAt, before),
      ),
    );
}

/** Closes it, or opens it again (null). */
export function updateClosure(
  db: Database,
  threadId: string,
  closure: { at: number; byPersonId: string } | null,
) {
  return db
    .update(threads)
    .set({ closedAt: closure?.at ?? null, closedByPersonId: closure?.byPersonId ?? null })
    .where(
      and(
        isThere(threadId),
        closure ? isNull(threads.closedAt) : sql`${threads.closedAt} is not null`,
      ),
    );
}

/** Whoever accepts second changes nothing. */
export function updateAcceptance(db: Database, threadId: string, personId: string, now: number) {
  return db
    .update(threads)
    .set({
      acceptedAt: now,
      acceptedByPersonId: personId,
      closedAt: sql`coalesce(${threads.closedAt}, ${now})`,
      closedByPersonId: sql`coalesce(${threads.closedByPersonId}, ${personId})`,
    })
    .where(and(isThere(threadId), isNull(threads.acceptedAt)));
}

/** Takes it back, unless somebody else has answered or it stands in the text. */
export function removeThread(db: Database, threadId: string, authorId: string, now: number) {
  const foreign = db
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, threadId),
        ne(replies.authorPersonId, authorId),
        isNull(replies.removedAt),
      ),
    );
  return db
    .update(threads)
    .set({ removedAt: now })
    .where(
      and(
        isThere(threadId),
        eq(threads.authorPersonId, authorId),
        isNull(threads.acceptedAt),
        sql`not exists ${foreign}`,
      ),
    );
}

/** For the document's room: which threads there are, and where they are said to stand. */
export function selectPlacements(db: Database, documentId: string) {
  return db
    .select({
      id: threads.id,
      placement: threads.placement,
      quote: threads.quote,
      status: documents.status,
    })
    .from(threads)
    .innerJoin(documents, eq(documents.id, threads.documentId))
    .where(and(eq(threads.documentId, documentId), isNull(threads.removedAt)));
}

/** What the room found: words that have gone, or are there again. */
export function updatePlacements(
  db: Database,
  documentId: string,
  found: readonly { id: string; placement: "placed" | "orphaned" }[],
) {
  const idsOf = (wanted: string) =>
    JSON.stringify(found.filter(({ placement }) => placement === wanted).map(({ id }) => id));
  const turn = (from: "placed" | "orphaned", to: "placed" | "orphaned") =>
    db
      .update(threads)
      .set({ placement: to })
      .where(
        and(
          eq(threads.documentId, documentId),
          eq(threads.placement, from),
          sql`${threads.id} in (select value from json_each(${idsOf(to)}))`,
        ),
      );
  return db.batch([turn("placed", "orphaned"), turn("orphaned", "placed")]);
}

/** Not taken back. */
export function isThere(threadId: string): SQL | undefined {
  return and(eq(threads.id, threadId), isNull(threads.removedAt));
}
