import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import {
  selectOpenSurveys,
  selectUnanswered,
  selectUnsortedCases,
} from "../db/waiting-programme.ts";
import type { Env } from "../env.ts";
import type { ModuleCard } from "./modules.ts";

/** What waits for whoever looks after the programme. */
export interface FacilitatorWaiting {
  /** In Tanya Bareng, without any answer; null where each has one. */
  questions: { count: number; oldest: { id: string; title: string } } | null;
  /** How many of the villages that an open survey asks have answered. */
  surveys: { id: string; title: string; asked: number; answered: number }[];
  /** Forums with proposed cases that stand on no agenda. */
  toSort: { forumId: string; forumTitle: string; count: number; first: string }[];
  /** Modules whose evaluation is to be worked into them. */
  toRefine: { moduleId: string; title: string; useCount: number }[];
}

/** Null for who is no facilitator. */
export async function readFacilitatorWaiting(
  env: Env,
  me: SignedIn,
  modules: readonly ModuleCard[],
): Promise<FacilitatorWaiting | null> {
  const districtIds = me.roles
    .filter(({ role }) => role === "facilitator")
    .map(({ districtId }) => districtId);
  if (districtIds.length === 0) return null;
  const db = openDatabase(env);
  // Surveys and questions are kept in one's own district alone.
  const isAtHome = districtIds.includes(me.district.id);
  const [unanswered] = isAtHome ? await selectUnanswered(db, me.district.id) : [];
  const surveys = isAtHome ? await selectOpenSurveys(db, me.district.id) : [];
  const unsorted = await selectUnsortedCases(db, districtIds);
  return {
    questions: unanswered
      ? { count: unanswered.count, oldest: { id: unanswered.id, title: unanswered.title } }
      : null,
    surveys,
    toSort: [...Map.groupBy(unsorted, ({ forumId }) => forumId).values()].flatMap((cases) =>
      cases.slice(0, 1).map(({ forumId, forumTitle, title }) => ({
        ...{ forumId, forumTitle },
        ...{ count: cases.length, first: title },
      })),
    ),
    toRefine: modules
      .filter(({ status }) => status === "evaluation")
      .map(({ id, title, useCount }) => ({ moduleId: id, title, useCount })),
  };
}
