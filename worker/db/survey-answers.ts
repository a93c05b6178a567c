import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Answers } from "../../domain/survey/questions.ts";
import { smallestRelease } from "../../domain/survey/rules.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { surveyAnswers, surveyParticipations } from "./survey-schema.ts";

interface Sending {
  surveyId: string;
  respondentId: string;
  villageId: string;
  personId: string;
  key: string;
  answers: Answers;
  /** Whether the answer may bear its village's id. */
  isNamed: boolean;
}

const isClosed = (surveyId: string) =>
  sql`(select status = 'closed' from surveys where id = ${surveyId})`;

/** One answer of the village or person; nothing is changed where there is one already. */
export function insertAnswer(db: Database, sending: Sending, now: number) {
  const { surveyId, respondentId, villageId, personId, key, answers, isNamed } = sending;
  const isLate = isClosed(surveyId);
  return [
    insertWhere(
      db,
      surveyParticipations,
      { surveyId, respondentId, villageId, personId, key, sentAt: now, isLate, release: null },
      sql`true`,
    ).onConflictDoNothing(),
    insertWhere(
      db,
      surveyAnswers,
      {
        id: randomId(),
        surveyId,
        villageId: isNamed ? villageId : null,
        isLate: isNamed ? isLate : false,
        answers: sql`${JSON.stringify(answers)}`,
        release: null,
      },
      sql`changes() > 0`,
    ),
  ];
}

/** Once a survey is closed, adds what waits to the sums, if it is of enough villages: all at once. */
export function releaseWaiting(db: Database, surveyId: string) {
  const enough = sql`${isClosed(surveyId)} and (
    select count(distinct village_id) from survey_participations
    where survey_id = ${surveyId} and release is null) >= ${smallestRelease}`;
  const next = sql`(select coalesce(max(release), 0) + 1 from survey_participations
    where survey_id = ${surveyId})`;
  // The answers first: both conditions read the participations.
  return [surveyAnswers, surveyParticipations].map((table) =>
    db
      .update(table)
      .set({ release: next })
      .where(and(eq(table.surveyId, surveyId), isNull(table.release), enough)),
  );
}

/** In the order of their random ids. */
export function selectAnswers(db: Database, surveyId: string, which: { isReleased: boolean }) {
  return db
    .select({
      villageId: surveyAnswers.villageId,
      isLate: surveyAnswers.isLate,
      answers: surveyAnswers.answers,
    })
    .from(surveyAnswers)
    .where(
      and(
        eq(surveyAnswers.surveyId, surveyId),
        which.isReleased ? isNotNull(surveyAnswers.release) : undefined,
      ),
    )
    .orderBy(surveyAnswers.id);
}

/** How many answers there are, how many of them late, and the same of those in the sums. */
export async function countAnswers(db: Database, surveyId: string) {
  const [counts] = await db
    .select({
      all: sql<number>`count(*)`,
      late: sql<number>`coalesce(sum(is_late), 0)`,
      released: sql<number>`count(release)`,
      releasedLate: sql<number>`coalesce(sum(is_late and release is not null), 0)`,
    })
    .from(surveyParticipations)
    .where(eq(surveyParticipations.surveyId, surveyId));
  return counts ?? { all: 0, late: 0, released: 0, releasedLate: 0 };
}

/** 52 random bits: a row number that follows nothing. */
function randomId(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high % 2 ** 20) * 2 ** 32 + low;
}
