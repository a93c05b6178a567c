import { getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { apiKeys } from "./api-keys-schema.ts";
import { evidenceChanges, evidenceFiles, evidenceProofs } from "./evidence-schema.ts";
import { moduleEvaluations, modules, moduleWriters } from "./module-schema.ts";
import type { Database } from "./open.ts";
import { outcomes, outcomeVillages } from "./outcome-schema.ts";
import { priorityBallots, priorityVotes, problemSources, problems } from "./problems-schema.ts";
import { calendarFeeds, citizenQuestions, publications } from "./publications-schema.ts";
import { announcements } from "./questions-schema.ts";
import {
  attachments,
  attendance,
  documentLocks,
  documents,
  followUpReports,
  forumDoors,
  forums,
  redactions,
  replies,
  reviewNotes,
  reviews,
  signOffs,
  submissions,
  threadReads,
  threads,
  versions,
  villageAnswers,
  waitingDevices,
} from "./schema.ts";
import { surveyParticipations, surveys } from "./survey-schema.ts";
import { visits } from "./visits-schema.ts";

interface OwnRows {
  table: SQLiteTable;
  /** Whose row it is. */
  by: SQLiteColumn;
  /** What is told of it: no secret, and nothing about anybody else. */
  columns: readonly SQLiteColumn[];
}

function own<
  T extends SQLiteTable & Record<N | B, SQLiteColumn>,
  N extends string,
  B extends string,
>(table: T, by: B, names: readonly N[]): OwnRows {
  return { table, by: table[by], columns: names.map((name) => table[name]) };
}

/**
 * What a person is told of themselves, by the name that it has in their file. A table that gets a
 * column for a person stands here, is told elsewhere in the file, or is left out with a reason; a
 * test demands it.
 */
export const ownRows: Readonly<Record<string, OwnRows>> = {
  visits: own(visits, "personId", ["since", "lastSeenAt"]),
  attendance: own(attendance, "personId", ["forumId", "status", "at"]),
  chairedForums: own(forums, "chairPersonId", ["id", "title"]),
  ledForums: own(forums, "leaderPersonId", ["id", "title"]),
  documents: own(documents, "proposedByPersonId", [
    ...(["id", "kind", "title", "theme", "fiscalYear", "status", "createdAt"] as const),
  ]),
  locks: own(documentLocks, "lockedByPersonId", ["documentId", "containerId", "lockedAt"]),
  notes: own(threads, "authorPersonId", [
    ...(["id", "documentId", "kind", "text", "suggestion", "createdAt", "removedAt"] as const),
  ]),
  closedNotes: own(threads, "closedByPersonId", ["id", "closedAt"]),
  acceptedNotes: own(threads, "acceptedByPersonId", ["id", "acceptedAt"]),
  replies: own(replies, "authorPersonId", ["id", "threadId", "text", "createdAt", "removedAt"]),
  notesRead: own(threadReads, "personId", ["threadId", "readAt"]),
  versions: own(versions, "personId", ["documentId", "kind", "name", "at"]),
  followUpReports: own(followUpReports, "personId", ["followUpId", "status", "text", "link", "at"]),
  submissions: own(submissions, "submittedByPersonId", ["documentId", "fingerprint", "at"]),
  returned: own(submissions, "returnedByPersonId", ["documentId", "returnReason", "returnedAt"]),
  villageAnswers: own(villageAnswers, "personId", [
    ...(["submissionId", "villageId", "answer", "reason", "at"] as const),
  ]),
  signOffs: own(signOffs, "personId", ["documentId", "position", "office", "fingerprint", "at"]),
  reviews: own(reviews, "personId", ["documentId", "position", "office", "at"]),
  reviewNotes: own(reviewNotes, "personId", ["documentId", "text", "at", "takenBackAt"]),
  redactionsProposed: own(redactions, "proposedByPersonId", [
    ...(["documentId", "status", "reasonKind", "reason", "proposedAt"] as const),
  ]),
  redactionsDecided: own(redactions, "decidedByPersonId", [
    ...(["documentId", "status", "rejection", "decidedAt"] as const),
  ]),
  files: own(attachments, "addedByPersonId", [
    "id",
    "subjectKind",
    "name",
    "createdAt",
    "removedAt",
  ]),
  doors: own(forumDoors, "createdByPersonId", ["forumId", "createdAt", "expiresAt", "closedAt"]),
  waitingDevices: own(waitingDevices, "personId", ["kind", "device", "saidName", "createdAt"]),
  surveys: own(surveys, "createdByPersonId", ["id", "title", "version", "status", "createdAt"]),
  surveysAnswered: own(surveyParticipations, "personId", [
    ...(["surveyId", "villageId", "sentAt", "isLate"] as const),
  ]),
  modules: own(modules, "createdByPersonId", ["documentId", "status", "createdAt"]),
  modulesToWrite: own(moduleWriters, "personId", ["documentId", "request", "askedAt"]),
  moduleEvaluations: own(moduleEvaluations, "personId", [
    ...(["documentId", "forumId", "givenAs", "clear", "useful", "fitting"] as const),
    ...(["applicable", "word", "at"] as const),
  ]),
  outcomes: own(outcomes, "writtenByPersonId", [
    ...(["documentId", "learnt", "decision", "result", "createdAt", "changedAt"] as const),
  ]),
  outcomesApplied: own(outcomeVillages, "markedByPersonId", [
    ...(["documentId", "villageId", "result", "markedAt", "resultAt"] as const),
  ]),
  announcements: own(announcements, "madeByPersonId", [
    ...(["id", "title", "text", "createdAt", "withdrawnAt"] as const),
  ]),
  problems: own(problems, "madeByPersonId", ["id", "title", "note", "createdAt"]),
  problemsSetAside: own(problems, "setAsideByPersonId", ["id", "title"]),
  problemSources: own(problemSources, "addedByPersonId", ["id", "problemId", "kind", "addedAt"]),
  priorityVotes: own(priorityVotes, "openedByPersonId", ["id", "title", "openedAt", "closedAt"]),
  priorityBallots: own(priorityBallots, "personId", ["voteId", "villageId", "problemIds", "at"]),
  publications: own(publications, "publishedByPersonId", ["id", "kind", "publishedAt"]),
  publicationsWithdrawn: own(publications, "withdrawnByPersonId", ["id", "kind", "withdrawnAt"]),
  citizensAnswered: own(citizenQuestions, "answeredByPersonId", ["id", "answer", "changedAt"]),
  problemsSeparated: own(problems, "separatedByPersonId", ["id", "title", "separatedAt"]),
  calendarAddress: own(calendarFeeds, "personId", ["createdAt"]),
  dataKeys: own(apiKeys, "madeByPersonId", ["id", "name", "scopes", "madeAt", "expiresAt"]),
  evidenceChanges: own(evidenceChanges, "personId", [
    ...(["subjectKind", "subjectId", "field", "fromText", "toText", "at"] as const),
  ]),
  evidenceProofs: own(evidenceProofs, "addedByPersonId", [
    ...(["id", "subjectKind", "subjectId", "kind", "words", "url", "createdAt"] as const),
  ]),
  evidenceFiles: own(evidenceFiles, "addedByPersonId", [
    ...(["id", "subjectKind", "subjectId", "name", "createdAt", "removedAt"] as const),
  ]),
};

/** D1 takes no more parts in one `union`. */
const partsAtOnce = 5;

/** The person's rows of all these tables, in few statements. */
export async function selectOwnRows(
  db: Database,
  personId: string,
): Promise<Record<string, unknown[]>> {
  const names = Object.keys(ownRows);
  const found: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let at = 0; at < names.length; at += partsAtOnce) {
    const parts = names.slice(at, at + partsAtOnce).map((name) => partOf(name, personId));
    const rows = await db.all<{ name: string; body: string }>(sql.join(parts, sql` union all `));
    for (const { name, body } of rows) found[name]?.push(JSON.parse(body));
  }
  return found;
}

function partOf(name: string, personId: string): SQL {
  const part = ownRows[name];
  if (part === undefined) throw new Error(`nothing is kept under ${name}`);
  const { table, by, columns } = part;
  const fields = columns.map((column) => sql`${column.name}, ${sql.identifier(column.name)}`);
  return sql`select ${name} as name, json_object(${sql.join(fields, sql`, `)}) as body
    from ${sql.identifier(getTableName(table))}
    where ${sql.identifier(by.name)} = ${personId}`;
}
