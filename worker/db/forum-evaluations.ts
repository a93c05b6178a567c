import { and, eq, sql } from "drizzle-orm";
import { forumEvaluations, forumEvaluators } from "./evidence-schema.ts";
import type { Database } from "./open.ts";

export async function hasEvaluated(
  db: Database,
  forumId: string,
  personId: string,
): Promise<boolean> {
  const rows = await db
    .select({ forumId: forumEvaluators.forumId })
    .from(forumEvaluators)
    .where(and(eq(forumEvaluators.forumId, forumId), eq(forumEvaluators.personId, personId)));
  return rows.length > 0;
}

/** Which forums somebody has evaluated; what they said cannot be found by who said it. */
export function selectEvaluatedBy(db: Database, personId: string) {
  return db
    .select({ forumId: forumEvaluators.forumId })
    .from(forumEvaluators)
    .where(eq(forumEvaluators.personId, personId))
    .orderBy(forumEvaluators.forumId);
}

interface Evaluation {
  id: string;
  forumId: string;
  score: number;
  words: string;
}

/** For one batch: that somebody answered, and the answer. A second one is refused by D1. */
export function evaluationStatements(db: Database, personId: string, evaluation: Evaluation) {
  const { forumId } = evaluation;
  return [
    db.insert(forumEvaluators).values({ forumId, personId }),
    db.insert(forumEvaluations).values(evaluation),
  ] as const;
}

export function isSecondEvaluation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: forum_evaluators\./.test(cause.message)) return true;
  }
  return false;
}

/** In the order of their random ids. */
export function selectEvaluations(db: Database, forumId: string) {
  return db
    .select({ score: forumEvaluations.score, words: forumEvaluations.words })
    .from(forumEvaluations)
    .where(eq(forumEvaluations.forumId, forumId))
    .orderBy(sql`${forumEvaluations.id}`);
}
