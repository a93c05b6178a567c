import * as Y from "yjs";
import { redactionFiller } from "../../domain/redaction.ts";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import type { ComparedText, Values } from "./history-view.ts";
import { childItems, rangeOf } from "./kept-items.ts";
import type { OriginRun, OriginRuns } from "./origin-runs.ts";
import { format, isThereAt } from "./reading-at.ts";
import type { Replay } from "./replay.ts";

/** Two moments of a replayed document, and whom the comparison of them names. */
export interface Moments {
  replay: Replay;
  from: number;
  to: number;
  origins: OriginRuns;
  /** How many pieces of text were looked at since the last pause. */
  visited: number;
}

/** Work that stops now and then, for whoever else is on the thread. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Looked at in a millisecond or two; then everybody else on the thread has a turn. */
const piecesAtOnce = 3000;

/** Whether enough was looked at since the last pause; then the counting begins anew. */
export function needsPause(moments: Moments): boolean {
  if (moments.visited < piecesAtOnce) return false;
  moments.visited = 0;
  return true;
}

interface Words {
  words: string;
  marks: string;
  /** Where they were others. */
  marksBefore: string | null;
  isInserted: boolean;
  /** Of words that were removed: the id of the first letter. */
  bar: { client: number; clock: number } | null;
}

/** What one entry wrote, and what another did to it, by their places. */
interface Piece extends Words {
  writtenAt: number;
  deletedAt: number | null;
  markedAt: number | null;
}

interface Run extends Words {
  written: OriginRun;
  deleted: OriginRun | null;
  marked: OriginRun | null;
}

/**
 * What two moments have of one text, as runs of one kind each.
 * @param goneAt the place at which the text itself went, with all that it held
 */
export function* compareText(
  moments: Moments,
  text: Y.XmlText,
  goneAt: number,
): Steps<ComparedText[]> {
  const { replay, from, to, origins } = moments;
  const marks = new MarksAtBoth(moments);
  const runs: Run[] = [];
  for (const item of childItems(text)) {
    if (needsPause(moments)) yield;
    const { content } = item;
    if (content instanceof Y.ContentFormat) marks.pass(item, content);
    if (!(content instanceof Y.ContentString)) continue;
    replay.visitLives(rangeOf(item), (clock, end, insertedAt, deleted) => {
      moments.visited++;
      const deletedAt = Math.min(deleted, goneAt);
      const wasThere = insertedAt <= from && from < deletedAt;
      const isThere = insertedAt <= to && to < deletedAt;
      if (!wasThere && !isThere) return;
      const change = wasThere && isThere ? marks.changedAt : null;
      const words = content.str.slice(clock - item.id.clock, end - item.id.clock);
      for (const part of partedAtBars(words)) {
        add(runs, origins, {
          words: part.words,
          bar: part.isBar ? { client: item.id.client, clock: clock + part.at } : null,
          marks: isThere ? marks.after : marks.before,
          marksBefore: change === null ? null : marks.before,
          isInserted: !wasThere,
          writtenAt: insertedAt,
          deletedAt: isThere ? null : deletedAt,
          markedAt: change,
        });
      }
    });
  }
  return runs.map((run) => shownRun(run, origins));
}

function partedAtBars(words: string): { words: string; at: number; isBar: boolean }[] {
  if (!words.includes(redactionFiller)) return [{ words, at: 0, isBar: false }];
  const parts = words.matchAll(new RegExp(`${redactionFiller}+|[^${redactionFiller}]+`, "g"));
  return Array.from(parts, ({ 0: part, index }) => ({
    words: part,
    at: index,
    isBar: part.startsWith(redactionFiller),
  }));
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

function add(runs: Run[], origins: OriginRuns, piece: Piece): void {
  const { words, marks, marksBefore, isInserted, writtenAt, deletedAt, markedAt, bar } = piece;
  const last = runs.at(-1);
  if (!last || !isMore(last, origins, piece)) {
    runs.push({
      ...{ words, marks, marksBefore, isInserted, bar },
      written: origins.of(writtenAt),
      deleted: deletedAt === null ? null : origins.of(deletedAt),
      marked: markedAt === null ? null : origins.of(markedAt),
    });
    return;
  }
  last.words += words;
  origins.extend(last.written, writtenAt);
  if (last.deleted && deletedAt !== null) origins.extend(last.deleted, deletedAt);
  if (last.marked && markedAt !== null) origins.extend(last.marked, markedAt);
}

function isMore(run: Run, origins: OriginRuns, piece: Piece): boolean {
  return (
    run.marks === piece.marks &&
    run.marksBefore === piece.marksBefore &&
    run.isInserted === piece.isInserted &&
    (run.bar === null) === (piece.bar === null) &&
    origins.continues(run.written, piece.writtenAt) &&
    origins.continues(run.deleted, piece.deletedAt) &&
    origins.continues(run.marked, piece.markedAt)
  );
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
    ...(run.bar ? { bar: run.bar } : {}),
    ...(run.marked ? { markedBy: origins.numberOf(run.marked) } : {}),
  };
}
