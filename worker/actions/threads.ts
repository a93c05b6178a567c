import { can } from "../../domain/permissions.ts";
import {
  documentFull,
  notedTextChanged,
  placeLocked,
  roomStorageFailed,
  suggestionsClosed,
  suggestionTooWide,
  threadAnswered,
} from "../../domain/refusals/notes.ts";
import { invalidField, notAllowed, notFound, type Refusal } from "../../domain/refusals.ts";
import { isFrozen, type ThreadKind } from "../../domain/statuses.ts";
import type { NoteOrder, NoteRefusal } from "../../party/notes/note-orders.ts";
import type { Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { selectReads } from "../db/replies.ts";
import type { SignedIn } from "../db/sessions.ts";
import {
  deletePlacing,
  findThread,
  insertThread,
  removeThread,
  selectLeftPlacing,
  type ThreadRow,
  updateClosure,
  updatePlaced,
} from "../db/threads.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { enterDocument } from "./documents.ts";
import { type Mentions, ThreadNames } from "./thread-names.ts";
import { type Entered, ThreadViews, tellThread } from "./thread-views.ts";

export interface ThreadParams {
  documentId: string;
  threadId: string;
}

interface NewThread {
  id: string;
  kind: ThreadKind;
  text: string;
  suggestion: string | null;
  mentions: Mentions;
  anchor: NoteOrder["anchor"];
  quote: string;
}

/** From then on what was left half-done is nobody's who is still at it. */
const leftAfterMs = 30_000;

/** @throws notFound, also for a document that may not be seen */
export async function readThreads(env: Env, me: SignedIn, documentId: string): Promise<Threads> {
  const entered = await enterDocument(env, me, documentId);
  const { document, actor, roomPerson } = entered;
  const db = openDatabase(env);
  await mendLeft(env, db, documentId);
  const [views, reads] = await Promise.all([
    ThreadViews.load(env, entered),
    selectReads(db, documentId, me.person.id),
  ]);
  const mayAnnotate = can(actor, "document.annotate", document);
  return {
    threads: views.shownTo(roomPerson),
    reads: Object.fromEntries(reads.map(({ threadId, readAt }) => [threadId, readAt])),
    me: {
      mayAnnotate,
      maySuggest: mayAnnotate && !isFrozen(document.status),
      mayCloseEvery: can(actor, "thread.close", { authorPersonId: "" }),
    },
    mentionable: views.names.mentionable(roomPerson),
  };
}

/**
 * The words first, as a row that nobody is shown; then the room sets the mark; then the row is
 * called placed, and everybody is told. What breaks in between is mended by the next listing.
 * @throws notFound, notAllowed, and why the room set no mark
 */
export async function addThread(
  env: Env,
  me: SignedIn,
  documentId: string,
  { id, kind, text, suggestion, mentions, anchor, quote }: NewThread,
): Promise<ThreadView> {
  const entered = await enterToAnnotate(env, me, documentId);
  const { document } = entered;
  const frozen = isFrozen(document.status);
  if (frozen && suggestion !== null) throw suggestionsClosed();
  const db = openDatabase(env);
  const now = Date.now();
  const author = { personId: me.person.id, villageId: me.person.village?.id ?? null };
  const inserted = await insertThread(db, {
    ...{ id, documentId, kind, text, suggestion, quote },
    authorPersonId: author.personId,
    authorVillageId: author.villageId,
    containerId: null,
    place: 0,
    placement: "placing",
    mentions: await storedMentions(env, db, entered, mentions),
    createdAt: now,
    lastWordAt: now,
  });
  if (inserted.meta.changes === 0) {
    const known = await findThread(db, id);
    const isOwn = known?.documentId === documentId && known.authorPersonId === author.personId;
    if (!isOwn || known.removedAt !== null) throw invalidField("id");
    if (known.placement !== "placing") return shownOf(env, entered, id);
  }
  const room = env.DOCUMENT_ROOM.getByName(documentId);
  const placed = await room.placeNote({ threadId: id, author, anchor, quote, isFrozen: frozen });
  if (placed.kind === "refused") {
    await deletePlacing(db, id);
    throw refusalFor(placed.why);
  }
  const updated = await updatePlaced(db, id, {
    place: placed.place,
    containerId: placed.containerId,
    quote: placed.quote,
    placement: frozen ? "beside" : "placed",
  });
  if (updated.meta.changes === 0 && (await findThread(db, id)) === null) {
    await room.removeNote(id, author);
    throw roomStorageFailed();
  }
  return requireShown(await tellThread(env, entered, id));
}

/** @throws notFound, notAllowed where it is another's, threadAnswered */
export async function takeBackThread(
  env: Env,
  me: SignedIn,
  { documentId, threadId }: ThreadParams,
): Promise<void> {
  const entered = await enterDocument(env, me, documentId);
  const db = openDatabase(env);
  const { authorPersonId, authorVillageId } = await requireThread(db, documentId, threadId);
  if (authorPersonId !== me.person.id) throw notAllowed();
  const removed = await removeThread(db, threadId, me.person.id, Date.now());
  if (removed.meta.changes === 0) {
    await requireThread(db, documentId, threadId);
    throw threadAnswered();
  }
  // On a frozen document nothing is written: there a mark without a thread is painted by nobody.
  if (!isFrozen(entered.document.status)) {
    const author = { personId: authorPersonId, villageId: authorVillageId };
    await env.DOCUMENT_ROOM.getByName(documentId).removeNote(threadId, author).catch(logBug);
  }
  await tellThread(env, entered, threadId);
}

/** Marks it as done, or opens it again; nothing happens where it is so already. */
export async function closeThread(
  env: Env,
  me: SignedIn,
  { documentId, threadId }: ThreadParams,
  isClosed: boolean,
): Promise<ThreadView> {
  const entered = await enterDocument(env, me, documentId);
  const db = openDatabase(env);
  const { authorPersonId } = await requireThread(db, documentId, threadId);
  if (!can(entered.actor, "thread.close", { authorPersonId })) throw notAllowed();
  const closure = isClosed ? { at: Date.now(), byPersonId: me.person.id } : null;
  await updateClosure(db, threadId, closure);
  return requireShown(await tellThread(env, entered, threadId));
}

/** @throws notFound, notAllowed */
export async function enterToAnnotate(env: Env, me: SignedIn, documentId: string) {
  const entered = await enterDocument(env, me, documentId);
  if (!can(entered.actor, "document.annotate", entered.document)) throw notAllowed();
  return entered;
}

/** @throws notFound for what is of another document, was taken back, or is still on its way */
export async function requireThread(
  db: Database,
  documentId: string,
  threadId: string,
): Promise<ThreadRow> {
  const thread = await findThread(db, threadId);
  const isShown = thread?.removedAt === null && thread.placement !== "placing";
  if (!isShown || thread.documentId !== documentId) throw notFound();
  return thread;
}

/** Whom somebody names, by their true ids, as a row keeps them. */
export async function storedMentions(
  env: Env,
  db: Database,
  entered: Entered,
  mentions: Mentions,
): Promise<string> {
  const { villageIds, personIds, regulations } = mentions;
  if (villageIds.length + personIds.length === 0) {
    return JSON.stringify(regulations.length === 0 ? {} : { regulations });
  }
  const names = await ThreadNames.load(env, db, entered, []);
  return JSON.stringify({ ...names.trueMentions(entered.roomPerson, mentions), regulations });
}

export async function shownOf(env: Env, entered: Entered, threadId: string): Promise<ThreadView> {
  const views = await ThreadViews.load(env, entered, [threadId]);
  return requireShown(views.shownTo(entered.roomPerson)[0]);
}

/** Somebody took it back at the same moment. */
export function requireShown(thread: ThreadView | null | undefined): ThreadView {
  if (!thread) throw notFound();
  return thread;
}

export function refusalFor(why: NoteRefusal): Refusal {
  switch (why) {
    case "textChanged":
      return notedTextChanged();
    case "tooWide":
      return suggestionTooWide();
    case "locked":
      return placeLocked();
    case "storage":
      return roomStorageFailed();
    case "full":
      return documentFull();
  }
}

/** A request ended between its row and its mark: the room knows how far it came. */
async function mendLeft(env: Env, db: Database, documentId: string): Promise<void> {
  const left = await selectLeftPlacing(db, documentId, Date.now() - leftAfterMs);
  if (left.length === 0) return;
  try {
    const room = env.DOCUMENT_ROOM.getByName(documentId);
    const stands = await room.standsOfNotes(left.map(({ id }) => id));
    for (const { id } of left.slice(0, 10)) {
      const stand = stands[id];
      if (!stand) await deletePlacing(db, id);
      else {
        const { place, quote, containerIds } = stand;
        const containerId = containerIds[0] ?? null;
        await updatePlaced(db, id, { place, quote, containerId, placement: "placed" });
      }
    }
  } catch (error) {
    // The list is worth more than what is left over: the next one tries again.
    logBug(error);
  }
}
