import { openDatabase } from "../db/open.ts";
import { selectEpochs } from "../db/redactions.ts";
import type { Env } from "../env.ts";

/**
 * The epochs of documents that words were removed from, of those that a browser keeps copies of: it
 * named them, so it is told of nothing that it does not know. Whoever may not see them any more has
 * to drop them all the more.
 */
export async function readEpochs(
  env: Env,
  documentIds: readonly string[],
): Promise<{ documentId: string; epoch: number }[]> {
  return selectEpochs(openDatabase(env), documentIds);
}
