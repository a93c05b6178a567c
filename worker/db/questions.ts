import { and, desc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { answers, questions } from "./questions-schema.ts";
import { people, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

export type QuestionRow = typeof questions.$inferSelect;

/** On one page of the list. */
export const questionsPerPage = 100;

/** As many titles are compared with what somebody types. */
const maxCompared = 1000;

/** Where a page of the list ended. */
export interface ListedUpTo {
  at: number;
  id: string;
}

const isOpen = (districtId: string) =>
  and(eq(questions.districtId, districtId), isNull(questions.withdrawnAt));

/** One more than a page, so that it is known whether there are older ones; the newest first. */
export function selectQuestions(db: Database, districtId: string, before: ListedUpTo | null) {
  const older =
    before === null
      ? undefined
      : or(
          lt(questions.createdAt, before.at),
          and(eq(questions.createdAt, before.at), gt(questions.id, before.id)),
        );
  return selectListed(db, and(isOpen(districtId), older), questionsPerPage + 1);
}

/** The newest, to compare their titles with what somebody types. */
export function selectToCompare(db: Database, districtId: string) {
  return selectListed(db, isOpen(districtId), maxCompared);
}

function selectListed(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({
      question: questions,
      village: villageBadge,
      office: people.office,
      answerCount:
        sql<number>`(select count(*) from ${answers} where ${answers.questionId} = ${questions.id} and ${answers.withdrawnAt} is null)`
          .mapWith(Number)
          .as("answer_count"),
    })
    .from(questions)
    .innerJoin(people, eq(people.id, questions.askedByPersonId))
    .leftJoin(villages, eq(villages.id, questions.villageId))
    .where(where)
    .orderBy(desc(questions.createdAt), questions.id)
    .limit(limit);
}

export async function findQuestion(db: Database, districtId: string, questionId: string) {
  const [row] = await db
    .select({ question: questions, village: villageBadge, office: people.office })
    .from(questions)
    .innerJoin(people, eq(people.id, questions.askedByPersonId))
    .leftJoin(villages, eq(villages.id, questions.villageId))
    .where(and(isOpen(districtId), eq(questions.id, questionId)));
  return row ?? null;
}

/** Those whose standing answer rests on this regulation. */
export function selectQuestionsOn(db: Database, districtId: string, regulationId: string) {
  return db
    .select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(and(isOpen(districtId), eq(questions.regulationId, regulationId)))
    .orderBy(desc(questions.createdAt));
}

/** The oldest first. */
export function selectAnswers(db: Database, questionId: string) {
  return db
    .select({ answer: answers, village: villageBadge, office: people.office })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.authorPersonId))
    .leftJoin(villages, eq(villages.id, answers.villageId))
    .where(and(eq(answers.questionId, questionId), isNull(answers.withdrawnAt)))
    .orderBy(answers.createdAt, answers.id);
}

/** What is sent twice is there once. */
export function insertQuestion(db: Database, row: QuestionRow) {
  return db.insert(questions).values(row).onConflictDoNothing();
}

export function withdrawQuestion(db: Database, questionId: string, now: number) {
  return db
    .update(questions)
    .set({ withdrawnAt: now })
    .where(and(eq(questions.id, questionId), isNull(questions.withdrawnAt)));
}

export function insertAnswer(db: Database, row: typeof answers.$inferSelect) {
  const stands = sql`exists (select 1 from ${questions}
    where ${questions.id} = ${row.questionId} and ${questions.withdrawnAt} is null)`;
  return insertWhere(db, answers, row, stands).onConflictDoNothing();
}

/** One that stood stands no more. */
export function withdrawAnswer(db: Database, questionId: string, answerId: string, now: number) {
  return [
    db
      .update(questions)
      .set({ standingAnswerId: null, regulationId: null })
      .where(and(eq(questions.id, questionId), eq(questions.standingAnswerId, answerId))),
    db
      .update(answers)
      .set({ withdrawnAt: now })
      .where(and(eq(answers.id, answerId), isNull(answers.withdrawnAt))),
  ] as const;
}

type Standing = Pick<QuestionRow, "standingAnswerId" | "regulationId">;

/** Only where it still stands as the sender saw it; the same once more is no change of it. */
export function updateStanding(
  db: Database,
  questionId: string,
  standing: Standing,
  basedOn: Standing,
) {
  const isAs = ({ standingAnswerId, regulationId }: Standing) =>
    sql`(${questions.standingAnswerId} is ${standingAnswerId}
      and ${questions.regulationId} is ${regulationId})`;
  return db
    .update(questions)
    .set(standing)
    .where(and(eq(questions.id, questionId), or(isAs(basedOn), isAs(standing))));
}

/** Only where it is no case yet. */
export function updateCase(db: Database, questionId: string, documentId: string) {
  return db
    .update(questions)
    .set({ documentId })
    .where(and(eq(questions.id, questionId), isNull(questions.documentId)));
}
