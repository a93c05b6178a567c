import { invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import type { ThreadView } from "../../party/notes/thread-view.ts";
import { openDatabase } from "../db/open.ts";
import { findReply, insertReply, removeReply } from "../db/replies.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import type { Mentions } from "./thread-names.ts";
import { tellThread } from "./thread-views.ts";
import {
  enterToAnnotate,
  requireShown,
  requireThread,
  shownOf,
  storedMentions,
  type ThreadParams,
} from "./threads.ts";

interface NewReply {
  id: string;
  text: string;
  mentions: Mentions;
}

/** @throws notFound, notAllowed */
export async function addReply(
  env: Env,
  me: SignedIn,
  { documentId, threadId }: ThreadParams,
  { id, text, mentions }: NewReply,
): Promise<ThreadView> {
  const entered = await enterToAnnotate(env, me, documentId);
  const db = openDatabase(env);
  await requireThread(db, documentId, threadId);
  const [inserted] = await insertReply(db, {
    ...{ id, threadId, text },
    authorPersonId: me.person.id,
    authorVillageId: me.person.village?.id ?? null,
    mentions: await storedMentions(env, db, entered, mentions),
    createdAt: Date.now(),
    removedAt: null,
  });
  if (inserted.meta.changes > 0) return requireShown(await tellThread(env, entered, threadId));
  const known = await findReply(db, id);
  if (known === null) throw notFound();
  const isOwn = known.threadId === threadId && known.authorPersonId === me.person.id;
  if (!isOwn || known.removedAt !== null) throw invalidField("id");
  return shownOf(env, entered, threadId);
}

/** @throws notFound, notAllowed where it is another's */
export async function takeBackReply(
  env: Env,
  me: SignedIn,
  { documentId, threadId, replyId }: ThreadParams & { replyId: string },
): Promise<ThreadView> {
  const entered = await enterDocument(env, me, documentId);
  const db = openDatabase(env);
  await requireThread(db, documentId, threadId);
  const reply = await findReply(db, replyId);
  if (reply?.threadId !== threadId || reply.removedAt !== null) throw notFound();
  if (reply.authorPersonId !== me.person.id) throw notAllowed();
  await removeReply(db, replyId, me.person.id, Date.now());
  return requireShown(await tellThread(env, entered, threadId));
}
