import { within } from "../../party/rights/within.ts";
import type { Env } from "../env.ts";

/** What waits for a room's answer goes on without it after this. */
const answerWithinMs = 3000;

/** Where the document's record stands; null before its first word, and where its room is silent. */
export function placeNow(env: Env, documentId: string): Promise<number | null> {
  return within(answerWithinMs, env.DOCUMENT_ROOM.getByName(documentId).currentPlace());
}

/** The same; a text that nobody has opened yet is made first. */
export async function placeOnceMade(env: Env, documentId: string): Promise<number | null> {
  await within(answerWithinMs, env.DOCUMENT_ROOM.getByName(documentId).reading());
  return placeNow(env, documentId);
}
