import { can } from "../../domain/permissions.ts";
import { notAllowed } from "../../domain/refusals.ts";
import type { SurveyOpenness } from "../../domain/survey/openness.ts";
import type { Question } from "../../domain/survey/questions.ts";
import { type QuestionResult, resultsOf } from "../../domain/survey/results.ts";
import type { SurveyStatus, SurveyUnit } from "../../domain/survey/rules.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { countAnswers, selectAnswers } from "../db/survey-answers.ts";
import { selectVillagesOf } from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { requireSurvey, type SeenSurvey } from "./survey-access.ts";

export interface VillageResults {
  village: VillageBadge;
  answers: number;
  late: number;
  results: QuestionResult[];
}

export interface SurveyResults {
  id: string;
  title: string;
  version: number;
  status: SurveyStatus;
  unit: SurveyUnit;
  openness: SurveyOpenness;
  questions: readonly Question[];
  /** How many answers the sums are of, and how many of those were late. */
  answers: number;
  late: number;
  /** Answers that wait until their sum hides whose they are. */
  waiting: number;
  /** Whether each village's own results may be seen, or one's own village's alone. */
  seesVillages: boolean;
  results: QuestionResult[];
  villages: VillageResults[];
}

/** @throws notFound for who does not see the survey, notAllowed before it is closed */
export async function readResults(
  env: Env,
  me: SignedIn,
  surveyId: string,
): Promise<SurveyResults> {
  const db = openDatabase(env);
  return resultsFor(db, me, await requireResults(db, me, surveyId));
}

/** @throws notFound, notAllowed */
export async function requireResults(
  db: Database,
  me: SignedIn,
  surveyId: string,
): Promise<SeenSurvey> {
  const seen = await requireSurvey(db, me, surveyId);
  if (!can(seen.actor, "survey.results", seen.facts)) throw notAllowed();
  return seen;
}

/** As much of it as this person may see. */
export async function resultsFor(
  db: Database,
  me: SignedIn,
  { survey, facts, actor }: SeenSurvey,
): Promise<SurveyResults> {
  const seesVillages = can(actor, "survey.villages", facts);
  const counts = await countAnswers(db, survey.id);
  const inSums = await selectAnswers(db, survey.id, { isReleased: !seesVillages });
  const sight = {
    singleNumbers: seesVillages,
    // Words may say who wrote them: where villages are hidden they go to the district's office alone.
    texts: seesVillages || can(actor, "survey.follow"),
  };
  return {
    id: survey.id,
    title: survey.title,
    version: survey.version,
    status: survey.status,
    unit: survey.unit,
    openness: survey.openness,
    questions: survey.questions,
    answers: seesVillages ? counts.all : counts.released,
    late: seesVillages ? counts.late : counts.releasedLate,
    waiting: seesVillages ? 0 : counts.all - counts.released,
    seesVillages,
    results: resultsOf(
      survey.questions,
      inSums.map(({ answers }) => answers),
      sight,
    ),
    villages: await villagesSeen(db, me, { survey, facts, actor }),
  };
}

/** All villages that answered, or one's own where the others are hidden; none where all are. */
async function villagesSeen(
  db: Database,
  me: SignedIn,
  { survey, facts, actor }: SeenSurvey,
): Promise<VillageResults[]> {
  if (survey.openness === "nobody") return [];
  const seesAll = can(actor, "survey.villages", facts);
  const own = me.person.village?.id;
  const all = await selectAnswers(db, survey.id, { isReleased: false });
  const answersOf = Map.groupBy(all, ({ villageId }) => villageId);
  const villages = await selectVillagesOf(db, survey);
  return villages.flatMap(({ id, name, colour }) => {
    const given = answersOf.get(id) ?? [];
    if (given.length === 0 || !(seesAll || id === own)) return [];
    return [
      {
        village: { id, name, colour },
        answers: given.length,
        late: given.filter(({ isLate }) => isLate).length,
        results: resultsOf(
          survey.questions,
          given.map(({ answers }) => answers),
          { singleNumbers: true, texts: true },
        ),
      },
    ];
  });
}
