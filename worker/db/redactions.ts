import { and, asc, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import type { DocumentStatus } from "../../domain/statuses.ts";
import { documentColumns } from "./documents.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { documents, people, redactions, submissions } from "./schema.ts";

export type RedactionRow = typeof redactions.$inferSelect;

/** Of a document, the oldest first. */
export function selectRedactions(db: Database, documentId: string) {
  return db
    .select()
    .from(redactions)
    .where(eq(redactions.documentId, documentId))
    .orderBy(asc(redactions.proposedAt), asc(redactions.id));
}

export async function findRedaction(
  db: Database,
  documentId: string,
  redactionId: string,
): Promise<RedactionRow | null> {
  const [row] = await db
    .select()
    .from(redactions)
    .where(and(eq(redactions.id, redactionId), eq(redactions.documentId, documentId)));
  return row ?? null;
}

/** What waits for a decision, the oldest first. */
export function selectProposed(db: Database) {
  return db
    .select({
      // In a batch two columns of one name are one.
      redactionId: sql<string>`${redactions.id}`.as("redaction_id"),
      proposedAt: redactions.proposedAt,
      document: documentColumns,
    })
    .from(redactions)
    .innerJoin(documents, eq(documents.id, redactions.documentId))
    .where(eq(redactions.status, "proposed"))
    .orderBy(asc(redactions.proposedAt), asc(redactions.id));
}

export type ProposedRedaction = Awaited<ReturnType<typeof selectProposed>>[number];

/** Under way since before this moment: whoever began it is no more at it. */
export async function findLeft(db: Database, documentId: string, before: number) {
  const [row] = await db
    .select({ redaction: redactions, villageId: people.villageId })
    .from(redactions)
    .innerJoin(people, eq(people.id, redactions.decidedByPersonId))
    .where(
      and(
        eq(redactions.documentId, documentId),
        eq(redactions.status, "confirmed"),
        lt(redactions.decidedAt, before),
      ),
    );
  return row ?? null;
}

/** The newest epoch of those of these documents that words were removed from. */
export function selectEpochs(db: Database, documentIds: readonly string[]) {
  return db
    .select({ documentId: redactions.documentId, epoch: sql<number>`max(${redactions.epoch})` })
    .from(redactions)
    .where(
      and(
        isNotNull(redactions.epoch),
        sql`${redactions.documentId} in (select value from json_each(${JSON.stringify(documentIds)}))`,
      ),
    )
    .groupBy(redactions.documentId);
}

/** Only while the document's status is what was seen. */
export function insertRedaction(
  db: Database,
  row: typeof redactions.$inferInsert,
  status: DocumentStatus,
) {
  return insertWhere(
    db,
    redactions,
    row,
    sql`exists (select 1 from ${documents} as held
      where held.id = ${row.documentId} and held.status = ${status})`,
  );
}

/** From proposed alone: whoever decides second changes nothing. */
export function decideRedaction(
  db: Database,
  redactionId: string,
  set: Pick<RedactionRow, "status" | "decidedByPersonId" | "decidedAt"> &
    Partial<Pick<RedactionRow, "rejection" | "words" | "submissionId" | "leaves">>,
) {
  return db
    .update(redactions)
    .set(set)
    .where(and(eq(redactions.id, redactionId), eq(redactions.status, "proposed")));
}

/** Nothing was removed: it is a proposal again. */
export function undecideRedaction(db: Database, redactionId: string) {
  const undecided = { decidedByPersonId: null, decidedAt: null };
  return db
    .update(redactions)
    .set({ status: "proposed", ...undecided, words: null, submissionId: null, leaves: null })
    .where(isUnderWay(redactionId));
}

/** Nothing was removed: it was ordered in vain. */
export function deleteRedaction(db: Database, redactionId: string) {
  return db.delete(redactions).where(isUnderWay(redactionId));
}

/** Nothing was removed, and it is not to be: whoever ordered it reads that. */
export function lapseRedaction(db: Database, redactionId: string) {
  return db
    .update(redactions)
    .set({ status: "lapsed", words: null, submissionId: null, leaves: null })
    .where(isUnderWay(redactionId));
}

/** Nothing of the words is kept. */
export function finishRedaction(
  db: Database,
  redactionId: string,
  done: { place: number | null; epoch: number | null; doneAt: number },
) {
  return db
    .update(redactions)
    .set({ status: "done", words: null, leaves: null, ...done })
    .where(isUnderWay(redactionId));
}

/** Only while its salts are what was read: nobody's later work is undone. */
export function settleSubmission(
  db: Database,
  submission: Pick<typeof submissions.$inferSelect, "id" | "salts">,
  set: Pick<typeof submissions.$inferSelect, "salts" | "head" | "attendance" | "attachments">,
) {
  return db
    .update(submissions)
    .set(set)
    .where(and(eq(submissions.id, submission.id), eq(submissions.salts, submission.salts)));
}

/**
 * Of a document that words were removed from: submissions that were sent back or withdrawn prove
 * nothing any more, and their salts would let the words be guessed.
 */
export function destroyDeadSalts(db: Database, documentId: string) {
  return db
    .update(submissions)
    .set({ salts: "[]", head: "null", attendance: "[]", attachments: "[]" })
    .where(
      and(
        eq(submissions.documentId, documentId),
        or(
          sql`${submissions.returnedAt} is not null`,
          sql`exists (select 1 from ${documents} as held
            where held.id = ${documentId} and held.status = 'withdrawn')`,
        ),
        sql`exists (select 1 from ${redactions} as removed
          where removed.document_id = ${documentId} and removed.status in ('confirmed', 'done'))`,
      ),
    );
}

function isUnderWay(redactionId: string) {
  return and(eq(redactions.id, redactionId), eq(redactions.status, "confirmed"));
}
