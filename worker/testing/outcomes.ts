import { env } from "cloudflare:workers";
import { openDatabase } from "../db/open.ts";
import { outcomes } from "../db/outcome-schema.ts";

/** The sheet of this case, as if nobody had said what came of it. */
export async function addOutcome(documentId: string, askAgainAt = 4e12): Promise<void> {
  const fresh = { askAgainAt, result: null, resultAt: null };
  await openDatabase(env)
    .insert(outcomes)
    .values({
      ...fresh,
      documentId,
      learnt: "Kurangi belanja rapat.",
      decision: "",
      writtenByPersonId: "facilitator",
      createdAt: 0,
      changedAt: 0,
    })
    .onConflictDoUpdate({ target: outcomes.documentId, set: fresh });
}
