import { can } from "../../domain/permissions.ts";
import { surveyIsOpened } from "../../domain/refusals/survey.ts";
import { changedMeanwhile, notFound } from "../../domain/refusals.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import {
  type DraftWords,
  deleteDraft,
  findDraftOf,
  findSurveyMaker,
  insertNextVersion,
  insertSurvey,
  updateDraft,
} from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { makeOnce, ownerIs } from "./make-once.ts";
import { programActor } from "./program-actor.ts";
import { record } from "./record.ts";
import { requireMaker, surveyFact } from "./survey-access.ts";

/** An empty survey, as a draft that facilitators alone see. @throws notFound */
export async function makeSurvey(
  env: Env,
  me: SignedIn,
  { id: surveyId, ...words }: DraftWords & { id: string },
  now: number,
): Promise<{ surveyId: string }> {
  if (!can(programActor(me), "survey.make")) throw notFound();
  const db = openDatabase(env);
  const ownerOf = async () => ownerIs(await findSurveyMaker(db, surveyId), me.person.id);
  const make = () =>
    record(db, {
      facts: [surveyFact(me, surveyId, "surveyMade")],
      now,
      change: [
        insertSurvey(db, {
          ...words,
          id: surveyId,
          seriesId: surveyId,
          districtId: me.district.id,
          version: 1,
          status: "draft",
          revision: 0,
          createdByPersonId: me.person.id,
          createdAt: now,
        }),
      ],
    });
  await makeOnce(ownerOf, make);
  return { surveyId };
}

/**
 * Changes a draft.
 * @throws surveyIsOpened once it was opened, changedMeanwhile where another changed it first
 */
export async function changeDraft(
  env: Env,
  me: SignedIn,
  order: { surveyId: string; words: DraftWords; revision: number },
  now: number,
): Promise<{ revision: number }> {
  const db = openDatabase(env);
  const { surveyId, words, revision } = order;
  const survey = await requireMaker(db, me, surveyId);
  if (survey.status !== "draft") throw surveyIsOpened();
  const [changed] = await record(db, {
    facts: [surveyFact(me, surveyId, "surveyChanged")],
    now,
    change: [updateDraft(db, surveyId, words, revision)],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
  return { revision: revision + 1 };
}

/**
 * @throws surveyIsOpened: what people were asked is not taken back; changedMeanwhile where another
 * changed it first
 */
export async function removeDraft(
  env: Env,
  me: SignedIn,
  { surveyId, revision }: { surveyId: string; revision: number },
  now: number,
) {
  const db = openDatabase(env);
  const survey = await requireMaker(db, me, surveyId);
  if (survey.status !== "draft") throw surveyIsOpened();
  const [removed] = await record(db, {
    facts: [surveyFact(me, surveyId, "surveyRemoved")],
    now,
    change: [deleteDraft(db, surveyId, revision)],
    onlyIfChanged: true,
  });
  if (!removed?.meta.changes) throw changedMeanwhile();
}

/**
 * The next version of an opened survey, as a draft with the same questions: what was answered stays
 * with the version that was asked. Where there is a draft already, that one.
 */
export async function makeVersion(
  env: Env,
  me: SignedIn,
  surveyId: string,
  now: number,
): Promise<{ surveyId: string }> {
  const db = openDatabase(env);
  const survey = await requireMaker(db, me, surveyId);
  const id = crypto.randomUUID();
  await record(db, {
    facts: [surveyFact(me, id, "surveyMade", { from: surveyId })],
    now,
    change: [insertNextVersion(db, survey, { id, personId: me.person.id, now })],
    onlyIfChanged: true,
  });
  return { surveyId: (await findDraftOf(db, survey.seriesId)) ?? id };
}
