import { within } from "../../party/rights/within.ts";
import type { Env } from "../env.ts";

/** What waits for a room's answer goes on without it after this. */
const answerWithinMs = 3000;

/** Where the document's record stands; null before its first word, and where its room is silent. */
export function placeNow(env: Env, documentId: string): Promise<number | null> {
  return within(answerWithinMs, env.DOCUMENT_ROOM.getByName(documentId).currentPlace());
}
