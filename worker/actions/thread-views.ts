import { z } from "zod";
import type { ShownNews } from "../../party/notes/note-orders.ts";
import type { NoteView, ThreadView } from "../../party/notes/thread-view.ts";
import { openDatabase } from "../db/open.ts";
import { type ReplyRow, selectReplies } from "../db/replies.ts";
import { selectThreads, type ThreadRow } from "../db/threads.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import type { enterDocument } from "./documents.ts";
import { type Mentions, ThreadNames, type Viewer } from "./thread-names.ts";

export type Entered = Awaited<ReturnType<typeof enterDocument>>;

const ids = z.array(z.string()).default([]);
const regulations = z.array(z.object({ id: z.string(), words: z.string() })).default([]);
const storedMentions = z.object({ villageIds: ids, personIds: ids, regulations });

/** Threads as each of their readers is shown them. */
export class ThreadViews {
  readonly names: ThreadNames;
  readonly #threads: readonly ThreadRow[];
  readonly #replies: ReadonlyMap<string, ReplyRow[]>;

  private constructor(
    names: ThreadNames,
    threads: readonly ThreadRow[],
    replies: readonly ReplyRow[],
  ) {
    this.names = names;
    this.#threads = threads;
    this.#replies = Map.groupBy(replies, ({ threadId }) => threadId);
  }

  /** In four statements whatever their number. @param ids of these, or all of the document */
  static async load(env: Env, entered: Entered, ids?: readonly string[]): Promise<ThreadViews> {
    const db = openDatabase(env);
    const { id } = entered.document;
    const [threads, replies] = await db.batch([
      selectThreads(db, id, ids),
      selectReplies(db, id, ids),
    ]);
    const people = [...threads, ...replies].flatMap((note) => [
      note.authorPersonId,
      ...mentionsOf(note).personIds,
    ]);
    const others = threads.flatMap((thread) => [
      thread.closedByPersonId ?? [],
      thread.acceptedByPersonId ?? [],
    ]);
    const named = [...new Set([...people, ...others.flat()])];
    return new ThreadViews(await ThreadNames.load(env, db, entered, named), threads, replies);
  }

  /** Those that stand; what is still on its way is nobody's to see. */
  shownTo(viewer: Viewer): ThreadView[] {
    return this.#threads
      .filter(({ placement }) => placement !== "placing")
      .map((thread) => this.#thread(viewer, thread));
  }

  #thread(viewer: Viewer, thread: ThreadRow): ThreadView {
    const { kind, quote, suggestion, containerId, placement, lastWordAt } = thread;
    const { closedByPersonId, closedAt, acceptedByPersonId, acceptedAt } = thread;
    const done = (personId: string | null, at: number | null) =>
      personId === null || at === null ? null : { by: this.names.person(viewer, personId), at };
    return {
      ...this.#note(viewer, thread),
      ...{ kind, quote, suggestion, containerId, placement, lastWordAt },
      closed: done(closedByPersonId, closedAt),
      accepted: done(acceptedByPersonId, acceptedAt),
      replies: (this.#replies.get(thread.id) ?? []).map((reply) => this.#note(viewer, reply)),
    };
  }

  #note(viewer: Viewer, note: ThreadRow | ReplyRow): NoteView {
    const { id, text, createdAt, authorPersonId, authorVillageId } = note;
    const mentions = mentionsOf(note);
    return {
      id,
      text,
      at: createdAt,
      author: this.names.person(viewer, authorPersonId, authorVillageId),
      mentioned: this.names.mentioned(viewer, mentions),
      cited: mentions.regulations,
    };
  }
}

/**
 * Tells everybody in the document's room of a thread as it is now. Whom that does not reach sees it
 * with the next listing.
 * @returns the thread as whoever changed it is shown it; null where it was taken back
 */
export async function tellThread(
  env: Env,
  entered: Entered,
  threadId: string,
): Promise<ThreadView | null> {
  const views = await ThreadViews.load(env, entered, [threadId]);
  const newsFor = (viewer: Viewer) => {
    const threads = views.shownTo(viewer);
    return { threads, removedIds: threads.length > 0 ? [] : [threadId], placements: [] };
  };
  const news: ShownNews = {
    named: newsFor({ unmasks: true }),
    masked: newsFor({ unmasks: !entered.document.isUnnamed }),
  };
  await env.DOCUMENT_ROOM.getByName(entered.document.id).tellNotes(news).catch(logBug);
  return views.shownTo(entered.roomPerson)[0] ?? null;
}

function mentionsOf({ mentions }: { mentions: string }): Mentions {
  return storedMentions.parse(JSON.parse(mentions));
}
