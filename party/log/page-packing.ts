import type { LogStore, Page } from "./log-store.ts";
import { decodePage, emptyPage, encodeStretch, type LogEntry } from "./page-codec.ts";

/** Pages grow to about this size; smaller ones are worth repacking. */
export const smallPageBytes = 16 * 1024;

/** Of one call, so that it takes milliseconds and few rows. */
const maxWindow = { pages: 100, bytes: 1_000_000 };

/** After so long without a write a room counts as calm. */
const calmAfterMs = 60_000;

/**
 * Repacks a stretch of the small pages that older rooms wrote, one a commit, into pages of the
 * usual size (R11: no entry changes, which is proved before anything is replaced). Never touches
 * the newest page. Does nothing while people write, once half of the day's rows are used, and in
 * a log whose pages were packed from the start.
 * @param now ms since 1970
 * @param rowsPerDay how many rows the room may write in a day
 * @returns how many rows were written
 */
export function repackWhenCalm(store: LogStore, now: number, rowsPerDay: number): number {
  const from = store.repackFrom();
  const newest = from === null ? null : store.lastPage();
  if (from === null || !newest || now - newest.at < calmAfterMs) return 0;
  // A row for each page that goes, for each that comes, and two beside.
  if (store.rowsWrittenOn(now) + 2 * maxWindow.pages > rowsPerDay / 2) return 0;
  const window = readWindow(store, from, newest.first);
  const packed = pack(window);
  const end = window.at(-1);
  const isLast = !end || end.last + 1 >= newest.first;
  // The last page that was made may still be small: the next call goes on with it.
  const next = window.length > 1 ? packed.at(-1)?.first : undefined;
  const before = new Set(window);
  return store.repack({
    pages: packed.filter((page) => !before.has(page)),
    from: isLast ? null : (next ?? end.last + 1),
  });
}

function readWindow(store: LogStore, from: number, newestFirst: number): Page[] {
  const window: Page[] = [];
  let bytes = 0;
  for (let place = from; window.length < maxWindow.pages && bytes < maxWindow.bytes; ) {
    const page = store.pageFrom(place);
    if (!page || page.first >= newestFirst) break;
    window.push(page);
    bytes += page.entries.byteLength;
    place = page.last + 1;
  }
  return window;
}

/** Joins neighbours up to the usual size; a page that finds none stays the same object. */
function pack(window: readonly Page[]): Page[] {
  const groups: Page[][] = [];
  let bytes = 0;
  for (const page of window) {
    const group = groups.at(-1);
    bytes += page.entries.byteLength;
    if (group && bytes <= smallPageBytes) {
      group.push(page);
    } else {
      groups.push([page]);
      bytes = page.entries.byteLength;
    }
  }
  return groups.map(join);
}

function join(group: readonly Page[]): Page {
  const [start] = group;
  const end = group.at(-1);
  if (!start || !end) throw new Error("nothing to join");
  if (start === end) return start;
  const entries = group.flatMap((page) => decodePage(page.entries));
  const { bytes } = encodeStretch(entries, emptyPage);
  if (!areEqual(entries, decodePage(bytes))) throw new Error("repacking would change an entry");
  return { first: start.first, last: end.last, at: end.at, entries: bytes };
}

function areEqual(before: readonly LogEntry[], after: readonly LogEntry[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ author, cause, at, update }, index) => {
      const other = after[index];
      return (
        other?.author.personId === author.personId &&
        other.author.villageId === author.villageId &&
        other.cause === cause &&
        other.at === at &&
        other.update.byteLength === update.byteLength &&
        other.update.every((byte, offset) => byte === update[offset])
      );
    })
  );
}
