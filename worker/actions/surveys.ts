import { can } from "../../domain/permissions.ts";
import type { SurveyOpenness } from "../../domain/survey/openness.ts";
import type { Question } from "../../domain/survey/questions.ts";
import type { SurveyStatus, SurveyUnit } from "../../domain/survey/rules.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import {
  findDraftOf,
  type SurveyFound,
  selectSurveys,
  selectVersions,
  selectVillagesOf,
} from "../db/surveys.ts";
import { selectSurveysToAnswer } from "../db/waiting-programme.ts";
import type { Env } from "../env.ts";
import { programActor } from "./program-actor.ts";
import { factsOf, requireSurvey, respondentOf } from "./survey-access.ts";

export interface SurveyCard {
  id: string;
  version: number;
  title: string;
  status: SurveyStatus;
  unit: SurveyUnit;
  openness: SurveyOpenness;
  questionCount: number;
  openedAt: number | null;
  closedAt: number | null;
  /** Whether this person, or their village, is asked and has not answered yet. */
  waitsForAnswer: boolean;
  /** The answer of this person or their village. */
  sent: { at: number; isLate: boolean; by: string | null } | null;
  /** To who follows it: how many villages are asked and how many answers came. */
  progress: { asked: number; answers: number } | null;
  seesResults: boolean;
  /** A later version that was opened. */
  laterId: string | null;
}

export interface SurveyVillage extends VillageBadge {
  isAsked: boolean;
  answers: number;
  late: number;
  lastSentAt: number | null;
}

export interface SurveyPage extends SurveyCard {
  intro: string;
  questions: readonly Question[];
  revision: number;
  mayMake: boolean;
  /** To who follows it: who is asked and who has answered; to who makes it also who could be. */
  villages: SurveyVillage[] | null;
  /** To who follows it: its opened versions. */
  versions: { id: string; version: number; status: SurveyStatus; openedAt: number | null }[];
  /** To who makes it: a newer version that nobody was asked yet. */
  draftId: string | null;
}

/** Whoever takes part sees the surveys of their village; facilitators and the camat all. */
export async function readSurveys(
  env: Env,
  me: SignedIn,
): Promise<{ surveys: SurveyCard[]; mayMake: boolean }> {
  const actor = programActor(me);
  const mayMake = can(actor, "survey.make");
  const which = { drafts: mayMake, ofOthers: can(actor, "survey.follow") };
  const found = await selectSurveys(openDatabase(env), me.district.id, respondentOf(me), which);
  const seen = found.filter((survey) => can(actor, "survey.see", factsOf(survey)));
  // A version that was replaced is reached from the one that replaced it, or by who has answered it.
  const current = seen.filter(({ laterId, ownSentAt }) => laterId === null || ownSentAt !== null);
  return { surveys: current.map((survey) => cardOf(me, survey)), mayMake };
}

/** The open surveys that this person, or their village, has not answered. */
export async function readWaitingSurveys(
  env: Env,
  me: SignedIn,
): Promise<{ surveys: { id: string; title: string; questionCount: number }[] }> {
  if (me.person.village === null || !can(programActor(me), "survey.answer")) return { surveys: [] };
  const db = openDatabase(env);
  return { surveys: await selectSurveysToAnswer(db, me.district.id, respondentOf(me)) };
}

export async function readSurvey(env: Env, me: SignedIn, surveyId: string): Promise<SurveyPage> {
  const db = openDatabase(env);
  const { survey, actor } = await requireSurvey(db, me, surveyId);
  const mayMake = can(actor, "survey.make");
  const follows = can(actor, "survey.follow");
  const villages = follows ? await selectVillagesOf(db, survey) : [];
  return {
    ...cardOf(me, survey),
    intro: survey.intro,
    questions: survey.questions,
    revision: survey.revision,
    mayMake,
    villages: follows
      ? villages
          .filter(({ isDemo, isAsked, answers }) => {
            const isOfTheirKind = isDemo === me.person.isDemo;
            return isAsked || answers > 0 || (mayMake && isOfTheirKind);
          })
          .map(({ isDemo: _, isAsked, ...village }) => ({ ...village, isAsked: isAsked === 1 }))
      : null,
    versions: follows ? await selectVersions(db, survey.seriesId) : [],
    draftId: mayMake && survey.status !== "draft" ? await findDraftOf(db, survey.seriesId) : null,
  };
}

function cardOf(me: SignedIn, survey: SurveyFound): SurveyCard {
  const actor = programActor(me);
  const mayAnswer = can(actor, "survey.answer") && survey.isAsked === 1;
  return {
    id: survey.id,
    version: survey.version,
    title: survey.title,
    status: survey.status,
    unit: survey.unit,
    openness: survey.openness,
    questionCount: survey.questions.length,
    openedAt: survey.openedAt,
    closedAt: survey.closedAt,
    waitsForAnswer: mayAnswer && survey.status === "open" && survey.ownSentAt === null,
    sent:
      survey.ownSentAt === null
        ? null
        : { at: survey.ownSentAt, isLate: survey.ownIsLate === 1, by: survey.ownSentBy },
    progress: can(actor, "survey.follow")
      ? { asked: survey.askedCount, answers: survey.answerCount }
      : null,
    seesResults: can(actor, "survey.results", factsOf(survey)),
    laterId: survey.laterId,
  };
}
