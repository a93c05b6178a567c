import { can } from "../../domain/permissions.ts";
import {
  answersNotComplete,
  notAskedAnyMore,
  otherPerson,
  surveyAnswered,
  surveyNotOpen,
} from "../../domain/refusals/survey.ts";
import { notAllowed } from "../../domain/refusals.ts";
import { answersToSend, faultyAnswers } from "../../domain/survey/check-answers.ts";
import type { Answers } from "../../domain/survey/questions.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { insertAnswer, releaseWaiting } from "../db/survey-answers.ts";
import { findParticipation } from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { record } from "./record.ts";
import { requireSurvey, surveyFact } from "./survey-access.ts";

interface Receipt {
  sentAt: number;
  /** Whether it came after the survey was closed. */
  isLate: boolean;
}

/**
 * Takes an answer for the person or their village, once: the same `key` is the same answer. One that
 * comes after closing is taken too, as late.
 * @throws otherPerson where another than who is signed in filled it in, surveyAnswered where somebody
 * of the village was first, answersNotComplete, notAskedAnyMore
 */
export async function sendAnswer(
  env: Env,
  me: SignedIn,
  order: { surveyId: string; personId: string; key: string; answers: Answers },
  now: number,
): Promise<Receipt> {
  const db = openDatabase(env);
  const { surveyId, key, answers } = order;
  const { survey, actor } = await requireSurvey(db, me, surveyId);
  const { village } = me.person;
  if (!can(actor, "survey.answer") || village === null) throw notAllowed();
  if (order.personId !== me.person.id) throw otherPerson();
  if (survey.status === "draft") throw surveyNotOpen();
  const respondentId = survey.unit === "village" ? village.id : me.person.id;
  const before = await findParticipation(db, surveyId, respondentId);
  if (before !== null) return sameOrRefused(me, before, key);
  if (survey.isAsked === 0) throw notAskedAnyMore();
  const complete = answersToSend(survey.questions, answers);
  if (faultyAnswers(survey.questions, complete).length > 0) throw answersNotComplete();
  await record(db, {
    facts: [surveyFact(me, surveyId, "surveyAnswered")],
    now,
    change: insertAnswer(
      db,
      {
        surveyId,
        respondentId,
        villageId: village.id,
        personId: me.person.id,
        key,
        answers: complete,
        isNamed: survey.openness !== "nobody",
      },
      now,
    ),
    onlyIfChanged: true,
    after: releaseWaiting(db, surveyId),
  });
  const kept = await findParticipation(db, surveyId, respondentId);
  if (kept === null) throw new Error("an answer was not kept");
  return sameOrRefused(me, kept, key);
}

type Participation = NonNullable<Awaited<ReturnType<typeof findParticipation>>>;

function sameOrRefused(me: SignedIn, kept: Participation, key: string): Receipt {
  const isOwn = kept.personId === me.person.id;
  if (kept.key === key && isOwn) return { sentAt: kept.sentAt, isLate: kept.isLate };
  throw surveyAnswered(isOwn ? null : kept.personName);
}
