import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { DocumentStatus } from "../../domain/statuses.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { noneUnderWay } from "./redaction-under-way.ts";
import { documents, forumVillages, submissions, villageAnswers } from "./schema.ts";

export type Submission = typeof submissions.$inferSelect;

/** What a page is told of it: without the salts, which are long and whoever exports needs. */
const headColumns = {
  id: submissions.id,
  place: submissions.place,
  fingerprint: submissions.fingerprint,
  at: submissions.at,
  submittedByPersonId: submissions.submittedByPersonId,
  returnedAt: submissions.returnedAt,
  returnedByPersonId: submissions.returnedByPersonId,
  returnReason: submissions.returnReason,
};

/** Of a document, the newest first; those that were sent back too. */
export function selectSubmissions(db: Database, documentId: string) {
  return db
    .select(headColumns)
    .from(submissions)
    .where(eq(submissions.documentId, documentId))
    .orderBy(desc(submissions.at), desc(submissions.place));
}

export type SubmissionHead = Awaited<ReturnType<typeof selectSubmissions>>[number];

/** The one that was not sent back. */
export async function findCurrentSubmission(db: Database, documentId: string) {
  const [submission] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.documentId, documentId), isNull(submissions.returnedAt)));
  return submission ?? null;
}

/** D1 takes 2,000,000 bytes a row; the rest is for what is short, and for how rows are kept. */
const maxWordsBytes = 1_950_000;

/** Whether D1 takes it. Runtimes on one's own machine take any row. */
export function fitsInRow(submission: typeof submissions.$inferInsert): boolean {
  const { salts, head, attendance, attachments } = submission;
  const { byteLength } = new TextEncoder().encode(salts + head + attendance + attachments);
  return byteLength <= maxWordsBytes;
}

/**
 * For one batch, the status last: nothing happens where the document has moved on, where words are
 * being removed from it, or where the room, which holds it until then, may have let go.
 * @param heldUntil ms since 1970
 */
export function submitStatements(
  db: Database,
  submission: typeof submissions.$inferInsert,
  from: DocumentStatus,
  heldUntil: number,
) {
  const { id, documentId } = submission;
  const isHeld = sql`unixepoch('subsec') * 1000 < ${heldUntil - clocksDifferByMs}`;
  return [
    insertWhere(
      db,
      submissions,
      submission,
      sql`${statusIs(documentId, from)} and ${isHeld} and ${noneUnderWay(documentId)}`,
    ),
    db
      .update(documents)
      .set({ status: "submitted" })
      .where(
        and(
          eq(documents.id, documentId),
          eq(documents.status, from),
          sql`exists (select 1 from ${submissions} where ${submissions.id} = ${id})`,
        ),
      ),
  ] as const;
}

/** For one batch, the status last. */
export function returnStatements(
  db: Database,
  documentId: string,
  returned: { returnedAt: number; returnedByPersonId: string; returnReason: string },
) {
  return [
    db
      .update(submissions)
      .set(returned)
      .where(
        and(
          eq(submissions.documentId, documentId),
          isNull(submissions.returnedAt),
          statusIs(documentId, "submitted"),
        ),
      ),
    db
      .update(documents)
      .set({ status: "returned" })
      .where(and(eq(documents.id, documentId), eq(documents.status, "submitted"))),
  ] as const;
}

export function selectAnswers(db: Database, submissionId: string) {
  return db.select().from(villageAnswers).where(eq(villageAnswers.submissionId, submissionId));
}

/** The village's word, in place of an earlier one; only while it is asked for it. */
export function putAnswer(
  db: Database,
  { documentId, forumId }: { documentId: string; forumId: string },
  answer: typeof villageAnswers.$inferInsert,
) {
  const isInvited = sql`exists (select 1 from ${forumVillages}
    where ${forumVillages.forumId} = ${forumId} and ${forumVillages.villageId} = ${answer.villageId})`;
  const { answer: word, reason, personId, at } = answer;
  return insertWhere(
    db,
    villageAnswers,
    answer,
    sql`${isCurrent(documentId, answer.submissionId)} and ${isInvited}`,
  ).onConflictDoUpdate({
    target: [villageAnswers.submissionId, villageAnswers.villageId],
    set: { answer: word, reason, personId, at },
  });
}

/** Whether this submission is the one that the camat has before them. */
export function isCurrent(documentId: string, submissionId: string): SQL {
  return sql`${statusIs(documentId, "submitted")} and exists (select 1 from ${submissions}
    where ${submissions.id} = ${submissionId} and ${submissions.documentId} = ${documentId}
      and ${submissions.returnedAt} is null)`;
}

const clocksDifferByMs = 5000;

function statusIs(documentId: string, status: DocumentStatus): SQL {
  return sql`exists (select 1 from ${documents} as held
    where held.id = ${documentId} and held.status = ${status})`;
}
