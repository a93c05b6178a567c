import { openDatabase } from "../db/open.ts";
import { upsertReads } from "../db/replies.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";

/** This person has read these threads; what is not of the document is passed over. */
export async function markRead(
  env: Env,
  me: SignedIn,
  documentId: string,
  threadIds: readonly string[],
): Promise<void> {
  await enterDocument(env, me, documentId);
  await upsertReads(openDatabase(env), documentId, me.person.id, threadIds, Date.now());
}
