import * as Y from "yjs";
import { type MarkedRun, OpenMarks, type StrayRun } from "./text-marks.ts";

/** What a transaction did to one thread's mark in one text. Places are those after it. */
export interface MarkChange {
  /** Words that bore the mark and are gone. */
  lost: string[];
  /** Words that are there and bear it no longer. */
  unmarked: MarkedRun[];
  /** Words that bear it for the first time. */
  fresh: MarkedRun[];
  /** New words between others that bear it: typed there. */
  typed: string[];
}

export interface MarkChanges {
  threads: Map<string, MarkChange>;
  stray: StrayRun[];
}

interface Stretch extends MarkedRun {
  wasMarked: boolean;
  isNew: boolean;
}

/** In an `afterTransaction` event, while what was deleted still holds its words. */
export function markChanges(text: Y.XmlText, transaction: Y.Transaction): MarkChanges {
  const changes: MarkChanges = { threads: new Map(), stray: [] };
  const [before, now] = [new OpenMarks(), new OpenMarks()];
  const runs = new Map<string, Stretch[]>();
  let index = 0;
  for (let item = text._start; item; item = item.right) {
    const { content } = item;
    const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
    const wasThere = !isNew && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));
    if (content instanceof Y.ContentFormat) {
      if (wasThere) before.take(content);
      if (!item.deleted) now.take(content);
    }
    if (!(content instanceof Y.ContentString)) continue;
    const words = content.str;
    const marked = new Set(wasThere ? before.threads() : []);
    if (item.deleted) {
      for (const threadId of marked) changeOf(changes, threadId).lost.push(words);
      continue;
    }
    const marks = new Set(now.threads());
    for (const threadId of marked) {
      if (!marks.has(threadId)) changeOf(changes, threadId).unmarked.push({ index, words });
    }
    for (const [threadId, run] of runs) {
      if (marks.has(threadId)) continue;
      endRun(changeOf(changes, threadId), run);
      runs.delete(threadId);
    }
    for (const threadId of marks) {
      const stretch = { index, words, wasMarked: marked.has(threadId), isNew };
      runs.set(threadId, [...(runs.get(threadId) ?? []), stretch]);
    }
    for (const key of now.strayKeys()) changes.stray.push({ key, index, words });
    index += words.length;
  }
  for (const [threadId, run] of runs) endRun(changeOf(changes, threadId), run);
  for (const change of changes.threads.values()) change.lost = [change.lost.join("")];
  return changes;
}

function changeOf({ threads }: MarkChanges, threadId: string): MarkChange {
  const known = threads.get(threadId);
  if (known) return known;
  const change: MarkChange = { lost: [], unmarked: [], fresh: [], typed: [] };
  threads.set(threadId, change);
  return change;
}

/** Of a run that was there already, what is new was typed into it. */
function endRun({ fresh, typed }: MarkChange, run: readonly Stretch[]): void {
  const isHome = run.some(({ wasMarked }) => wasMarked);
  let isOpen = false;
  for (const { index, words, wasMarked, isNew } of run) {
    const last = fresh.at(-1);
    const isFresh = !wasMarked && !(isNew && isHome);
    if (isFresh && isOpen && last) last.words += words;
    else if (isFresh) fresh.push({ index, words });
    else if (!wasMarked) typed.push(words);
    isOpen = isFresh;
  }
}
