import { type Actor, can } from "../../domain/permissions.ts";
import type { SurveyFacts } from "../../domain/program-permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findSurvey, type Respondent, type SurveyFound } from "../db/surveys.ts";
import { programActor } from "./program-actor.ts";
import { byWhom } from "./record.ts";

export interface SeenSurvey {
  survey: SurveyFound;
  facts: SurveyFacts;
  actor: Actor;
}

/** @throws notFound for who may not see it */
export async function requireSurvey(
  db: Database,
  me: SignedIn,
  surveyId: string,
): Promise<SeenSurvey> {
  const survey = await findSurvey(db, surveyId, me.district.id, respondentOf(me));
  if (survey === null) throw notFound();
  const actor = programActor(me);
  const facts = factsOf(survey);
  if (!can(actor, "survey.see", facts)) throw notFound();
  return { survey, facts, actor };
}

/** The survey, to who makes surveys. @throws notFound, notAllowed for who only sees it */
export async function requireMaker(db: Database, me: SignedIn, surveyId: string) {
  const seen = await requireSurvey(db, me, surveyId);
  if (!can(seen.actor, "survey.make")) throw notAllowed();
  return seen.survey;
}

export function factsOf(survey: SurveyFound): SurveyFacts {
  return {
    isDraft: survey.status === "draft",
    isClosed: survey.status === "closed",
    openness: survey.openness,
    isForTheirVillage: Boolean(survey.isForTheirVillage),
  };
}

export function respondentOf(me: SignedIn): Respondent {
  return { personId: me.person.id, villageId: me.person.village?.id ?? null };
}

/** What the audit log says of an act upon a survey. */
export function surveyFact<
  A extends
    | "surveyMade"
    | "surveyChanged"
    | "surveyRemoved"
    | "surveyOpened"
    | "surveyClosed"
    | "surveyAnswered"
    | "exported",
>(
  me: SignedIn,
  surveyId: string,
  action: A,
  details: Readonly<Record<string, string | number>> = {},
) {
  return { ...byWhom(me), action, subjectKind: "survey" as const, subjectId: surveyId, details };
}
