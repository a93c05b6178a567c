import { isFrozen } from "../../domain/statuses.ts";
import { selectDocumentsOf } from "../db/documents.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { tellSession } from "./forum-session.ts";

/**
 * The forum's data changed: its documents' rooms take over what they show of it. One that cannot be
 * told now takes it over when it is opened next.
 */
export async function refreshForumDocuments(env: Env, forumId: string): Promise<void> {
  const documents = await selectDocumentsOf(openDatabase(env), forumId);
  const live = documents.filter(({ status }) => !isFrozen(status));
  await Promise.all([
    tellSession(env, forumId),
    ...live.map(({ id }) => env.DOCUMENT_ROOM.getByName(id).forumChanged().catch(logBug)),
  ]);
}
