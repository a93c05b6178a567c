import { and, asc, eq, sql } from "drizzle-orm";
import { moduleEvaluations } from "./module-schema.ts";
import type { Database } from "./open.ts";

export type Evaluation = typeof moduleEvaluations.$inferSelect;

/** Nothing where this person has given theirs of this forum already. */
export function insertEvaluation(db: Database, evaluation: Evaluation) {
  return db.insert(moduleEvaluations).values(evaluation).onConflictDoNothing();
}

export async function findEvaluation(
  db: Database,
  { documentId, forumId, personId }: Pick<Evaluation, "documentId" | "forumId" | "personId">,
) {
  const [row] = await db
    .select()
    .from(moduleEvaluations)
    .where(
      and(
        eq(moduleEvaluations.documentId, documentId),
        eq(moduleEvaluations.forumId, forumId),
        eq(moduleEvaluations.personId, personId),
      ),
    );
  return row ?? null;
}

/** Without who gave them, in no order that tells it. */
export function selectEvaluations(db: Database, documentId: string) {
  return db
    .select({
      forumId: moduleEvaluations.forumId,
      givenAs: moduleEvaluations.givenAs,
      clear: moduleEvaluations.clear,
      useful: moduleEvaluations.useful,
      fitting: moduleEvaluations.fitting,
      applicable: moduleEvaluations.applicable,
      word: moduleEvaluations.word,
    })
    .from(moduleEvaluations)
    .where(eq(moduleEvaluations.documentId, documentId))
    .orderBy(asc(moduleEvaluations.word), asc(moduleEvaluations.clear));
}

/** Of which modules and forums this person has given theirs. */
export function selectOwnEvaluations(
  db: Database,
  personId: string,
  documentIds: readonly string[],
) {
  return db
    .select({ documentId: moduleEvaluations.documentId, forumId: moduleEvaluations.forumId })
    .from(moduleEvaluations)
    .where(
      and(
        eq(moduleEvaluations.personId, personId),
        sql`${moduleEvaluations.documentId} in (select value from json_each(${JSON.stringify(documentIds)}))`,
      ),
    );
}
