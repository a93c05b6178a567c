import { fewestEvaluations } from "../../domain/evidence/evidence-lists.ts";
import { can } from "../../domain/permissions.ts";
import {
  evaluatedAlready,
  evaluationForPresent,
  evaluationNotYet,
} from "../../domain/refusals/evidence.ts";
import { notAllowed } from "../../domain/refusals.ts";
import { findAttendance } from "../db/attendance.ts";
import {
  evaluationStatements,
  hasEvaluated,
  isSecondEvaluation,
  selectEvaluations,
} from "../db/forum-evaluations.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { requireForum } from "./attendance.ts";

/** Whether the person may evaluate the forum, and for who reads evidence what was said of it. */
export async function readEvaluation(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  const { forum, actor } = await requireForum(db, me, forumId, now);
  const has = await hasEvaluated(db, forumId, me.person.id);
  const attendance = await findAttendance(db, forumId, me.person.id);
  const isPresent = attendance?.status === "present";
  const readsResult = can(actor, "evidence.read");
  return {
    hasEvaluated: has,
    mayEvaluate: !has && isPresent && forum.status === "ended" && can(actor, "forum.evaluate"),
    result: readsResult ? resultOf(await selectEvaluations(db, forumId)) : null,
  };
}

/**
 * Once, by who was present. It stands in no log: beside the time it would say whose the words are.
 * @throws notFound, notAllowed, evaluationNotYet, evaluationForPresent, evaluatedAlready
 */
export async function evaluateForum(
  env: Env,
  me: SignedIn,
  { forumId, score, words }: { forumId: string; score: number; words: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { forum, actor } = await requireForum(db, me, forumId, now);
  if (!can(actor, "forum.evaluate")) throw notAllowed();
  if (forum.status !== "ended") throw evaluationNotYet();
  const attendance = await findAttendance(db, forumId, me.person.id);
  if (attendance?.status !== "present") throw evaluationForPresent();
  const evaluation = { id: crypto.randomUUID(), forumId, score, words };
  try {
    await db.batch(evaluationStatements(db, me.person.id, evaluation));
  } catch (error) {
    throw isSecondEvaluation(error) ? evaluatedAlready() : error;
  }
}

/** Of too few answers nothing but their number is told. */
function resultOf(evaluations: readonly { score: number; words: string }[]) {
  const count = evaluations.length;
  if (count < fewestEvaluations) return { count, average: null, scores: [], words: [] };
  const sum = evaluations.reduce((total, { score }) => total + score, 0);
  return {
    count,
    average: sum / count,
    scores: [5, 4, 3, 2, 1].map((score) => ({
      score,
      count: evaluations.filter((each) => each.score === score).length,
    })),
    words: evaluations.map(({ words }) => words).filter((words) => words !== ""),
  };
}
