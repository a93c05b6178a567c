import * as Y from "yjs";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import type { ComparedText, Values } from "./history-view.ts";
import { childItems, rangeOf } from "./kept-items.ts";
import { joined, mayJoin, type OriginRun, type OriginRuns } from "./origin-runs.ts";
import { format, isThereAt } from "./reading-at.ts";
import type { Replay } from "./replay.ts";

/** Two moments of a replayed document, and whom the comparison of them names. */
export interface Moments {
  replay: Replay;
  from: number;
  to: number;
  origins: OriginRuns;
}

interface Run {
  words: string;
  marks: string;
  /** Where they were others. */
  marksBefore: string | null;
  written: OriginRun;
  isInserted: boolean;
  deleted: OriginRun | null;
  marked: OriginRun | null;
}

/**
 * What two moments have of one text, as runs of one kind each.
 * @param goneAt the place at which the text itself went, with all that it held
 */
export function compareText(moments: Moments, text: Y.XmlText, goneAt: number): ComparedText[] {
  const { replay, from, to, origins } = moments;
  const marks = new MarksAtBoth(moments);
  const runs: Run[] = [];
  for (const item of childItems(text)) {
    const { content } = item;
    if (content instanceof Y.ContentFormat) marks.pass(item, content);
    if (!(content instanceof Y.ContentString)) continue;
    for (const piece of replay.lives(rangeOf(item))) {
      const deletedAt = Math.min(piece.deletedAt, goneAt);
      const life = { ...piece, deletedAt };
      const [wasThere, isThere] = [isThereAt(life, from), isThereAt(life, to)];
      if (!wasThere && !isThere) continue;
      const words = content.str.slice(piece.clock - item.id.clock, piece.end - item.id.clock);
      const change = wasThere && isThere ? marks.changedAt : null;
      add(runs, {
        words,
        marks: isThere ? marks.after : marks.before,
        marksBefore: change === null ? null : marks.before,
        written: origins.of(piece.insertedAt),
        isInserted: !wasThere,
        deleted: isThere ? null : origins.of(deletedAt),
        marked: change === null ? null : origins.of(change),
      });
    }
  }
  return runs.map((run) => shownRun(run, origins));
}

/** The marks that are open at both moments, while a text is walked. */
class MarksAtBoth {
  readonly #moments: Moments;
  readonly #before = new Map<string, unknown>();
  readonly #after = new Map<string, unknown>();
  readonly #changes = new Map<string, number>();
  before = "{}";
  after = "{}";
  /** The last place at which marks became others than they were; null where they are the same. */
  changedAt: number | null = null;

  constructor(moments: Moments) {
    this.#moments = moments;
  }

  pass(item: Y.Item, content: Y.ContentFormat): void {
    if (isAnnotationKey(content.key)) return;
    const { replay, from, to } = this.#moments;
    const life = replay.life(item.id.client, item.id.clock);
    const [wasThere, isThere] = [isThereAt(life, from), isThereAt(life, to)];
    if (!wasThere && !isThere) return;
    if (wasThere) format(this.#before, content);
    if (isThere) format(this.#after, content);
    if (wasThere !== isThere) {
      this.#changes.set(content.key, isThere ? life.insertedAt : life.deletedAt);
    }
    this.before = marksJson(this.#before);
    this.after = marksJson(this.#after);
    this.changedAt = this.before === this.after ? null : this.#lastChange();
  }

  #lastChange(): number | null {
    const places = [...this.#changes].flatMap(([key, place]) => {
      const [was, is] = [this.#before.get(key), this.#after.get(key)];
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [place];
    });
    return places.length > 0 ? Math.max(...places) : null;
  }
}

/** Sorted, so that the same marks read the same. */
function marksJson(open: ReadonlyMap<string, unknown>): string {
  const sorted = [...open].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}

function add(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  const isSame =
    last !== undefined &&
    last.marks === next.marks &&
    last.marksBefore === next.marksBefore &&
    last.isInserted === next.isInserted &&
    mayJoin(last.written, next.written) &&
    mayJoin(last.deleted, next.deleted) &&
    mayJoin(last.marked, next.marked);
  if (!isSame) return void runs.push(next);
  last.words += next.words;
  last.written = joined(last.written, next.written);
  last.deleted &&= next.deleted && joined(last.deleted, next.deleted);
  last.marked &&= next.marked && joined(last.marked, next.marked);
}

function shownRun(run: Run, origins: OriginRuns): ComparedText {
  const writtenBy = origins.numberOf(run.written);
  return {
    text: run.words,
    marks: JSON.parse(run.marks) as Values,
    writtenBy,
    ...(run.isInserted ? { insertedBy: writtenBy } : {}),
    ...(run.deleted ? { deletedBy: origins.numberOf(run.deleted) } : {}),
    ...(run.marksBefore ? { marksBefore: JSON.parse(run.marksBefore) as Values } : {}),
    ...(run.marked ? { markedBy: origins.numberOf(run.marked) } : {}),
  };
}
