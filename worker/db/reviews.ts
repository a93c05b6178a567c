import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "./open.ts";
import { reviewNotes, reviews } from "./schema.ts";

export function selectReviewNotes(db: Database, documentId: string) {
  return db
    .select()
    .from(reviewNotes)
    .where(eq(reviewNotes.documentId, documentId))
    .orderBy(asc(reviewNotes.at), asc(reviewNotes.id));
}

export function insertReviewNote(db: Database, note: typeof reviewNotes.$inferInsert) {
  return db.insert(reviewNotes).values(note);
}

export async function findReviewNote(db: Database, documentId: string, noteId: string) {
  const [note] = await db.select().from(reviewNotes).where(isNote(documentId, noteId));
  return note ?? null;
}

/** Its words go; that there was one stays. */
export function takeReviewNoteBack(
  db: Database,
  { documentId, noteId }: { documentId: string; noteId: string },
  now: number,
) {
  return db
    .update(reviewNotes)
    .set({ text: "", takenBackAt: now })
    .where(and(isNote(documentId, noteId), isNull(reviewNotes.takenBackAt)));
}

export function selectReviews(db: Database, documentId: string) {
  return db
    .select()
    .from(reviews)
    .where(eq(reviews.documentId, documentId))
    .orderBy(asc(reviews.at), asc(reviews.personId));
}

/** Said once for a place: the first time counts. */
export function insertReview(db: Database, review: typeof reviews.$inferInsert) {
  return db.insert(reviews).values(review).onConflictDoNothing();
}

function isNote(documentId: string, noteId: string) {
  return and(eq(reviewNotes.documentId, documentId), eq(reviewNotes.id, noteId));
}
