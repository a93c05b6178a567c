import {
  surveyIsOpened,
  surveyNeedsVillages,
  surveyNotComplete,
  surveyNotOpen,
} from "../../domain/refusals/survey.ts";
import { changedMeanwhile, invalidField } from "../../domain/refusals.ts";
import { faultyQuestions } from "../../domain/survey/check-questions.ts";
import type { SurveyOpenness } from "../../domain/survey/openness.ts";
import { smallestRelease } from "../../domain/survey/rules.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { releaseWaiting } from "../db/survey-answers.ts";
import {
  closeEarlier,
  closeSurvey,
  countVillages,
  isStill,
  openSurvey,
  replaceVillages,
  selectVersions,
} from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { record } from "./record.ts";
import { requireMaker, surveyFact } from "./survey-access.ts";

/**
 * Asks these villages. From now on the questions stay as they are, and an earlier version is closed.
 * @throws surveyIsOpened, surveyNotComplete, surveyNeedsVillages, changedMeanwhile
 */
export async function openForVillages(
  env: Env,
  me: SignedIn,
  order: { surveyId: string; villageIds: readonly string[]; revision: number },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { surveyId, villageIds, revision } = order;
  const survey = await requireMaker(db, me, surveyId);
  if (survey.status !== "draft") throw surveyIsOpened();
  if (survey.questions.length === 0 || faultyQuestions(survey.questions).length > 0) {
    throw surveyNotComplete();
  }
  await requireVillages(db, me.district.id, villageIds, survey.openness);
  const still = isStill(surveyId, "draft", revision);
  const earlier = await selectVersions(db, survey.seriesId);
  const answers = await record(db, {
    facts: [surveyFact(me, surveyId, "surveyOpened", { villages: villageIds.length })],
    now,
    change: [
      ...replaceVillages(db, surveyId, villageIds, { now, condition: still }),
      closeEarlier(db, survey, still, now),
      openSurvey(db, surveyId, revision, now),
    ],
    onlyIfChanged: true,
    after: earlier.flatMap(({ id }) => releaseWaiting(db, id)),
  });
  if (!answers.at(-1)?.meta.changes) throw changedMeanwhile();
}

/** Asks other villages than before; what a village has answered stays. @throws surveyNotOpen */
export async function changeVillages(
  env: Env,
  me: SignedIn,
  order: { surveyId: string; villageIds: readonly string[] },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { surveyId, villageIds } = order;
  const survey = await requireMaker(db, me, surveyId);
  if (survey.status !== "open") throw surveyNotOpen();
  await requireVillages(db, me.district.id, villageIds, survey.openness);
  const answers = await record(db, {
    facts: [surveyFact(me, surveyId, "surveyChanged", { villages: villageIds.length })],
    now,
    change: replaceVillages(db, surveyId, villageIds, {
      now,
      condition: isStill(surveyId, "open"),
    }),
    onlyIfChanged: true,
  });
  if (!answers.at(-1)?.meta.changes) throw surveyNotOpen();
}

/** Whoever is still filling it in may send: it is kept and shown as late. @throws surveyNotOpen */
export async function closeForAll(
  env: Env,
  me: SignedIn,
  surveyId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireMaker(db, me, surveyId);
  const [closed] = await record(db, {
    facts: [surveyFact(me, surveyId, "surveyClosed")],
    now,
    change: [closeSurvey(db, surveyId, now)],
    onlyIfChanged: true,
    after: releaseWaiting(db, surveyId),
  });
  if (!closed?.meta.changes) throw surveyNotOpen();
}

async function requireVillages(
  db: Database,
  districtId: string,
  villageIds: readonly string[],
  openness: SurveyOpenness,
): Promise<void> {
  const least = openness === "nobody" ? smallestRelease : 1;
  if (new Set(villageIds).size < least) throw surveyNeedsVillages(least);
  if ((await countVillages(db, districtId, villageIds)) !== villageIds.length) {
    throw invalidField("villageIds");
  }
}
