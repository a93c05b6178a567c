import type { LogStore, Page } from "./log-store.ts";
import { decodePage, emptyPage, encodeStretch, type LogEntry } from "./page-codec.ts";
import { compressPage, expandedBytes, isCompressed } from "./page-compression.ts";

/** Pages grow to about this size, before a new one begins. */
export const smallPageBytes = 16 * 1024;

/** Repacked ones hold about so much before they are compressed. */
const packedPageBytes = 64 * 1024;

/** The newest of them wait until there are so many: what is repacked once is not repacked again. */
const worthwhilePages = 4;

/** Of one call, so that it takes some ten milliseconds and few rows. */
const maxWindow = { pages: 100, bytes: 2 * packedPageBytes };

/** After so long without a write a room counts as calm. */
const calmAfterMs = 60_000;

/**
 * Repacks a stretch of the pages that are written no more into fewer, compressed ones (R11: no entry
 * changes, which is proved before anything is replaced). Never touches the newest page, which grows.
 * Does nothing while people write, and once half of the day's rows are used.
 * @param now ms since 1970
 * @param rowsPerDay how many rows the room may write in a day
 * @returns how many rows were written; 0 when there was nothing to do
 */
export function repackWhenCalm(store: LogStore, now: number, rowsPerDay: number): number {
  const newest = store.lastPage();
  if (!newest || now - newest.at < calmAfterMs) return 0;
  // A row for each page that goes, for each that comes, and two beside.
  if (store.rowsWrittenOn(now) + 2 * maxWindow.pages > rowsPerDay / 2) return 0;
  const from = store.repackFrom() ?? 1;
  const window = readWindow(store, from, newest.first);
  const end = window.at(-1);
  if (!end) return 0;
  const groups = grouped(window);
  const last = groups.at(-1) ?? [];
  const isAtNewest = end.last + 1 >= newest.first;
  const isWhole = isFull(last);
  // What is still to grow waits for its neighbours, as far as there is something else to do.
  const waits = !isWhole && (isAtNewest ? last.length < worthwhilePages : groups.length > 1);
  if (waits) groups.pop();
  const goesOnBehind = !waits && (isAtNewest || isWhole);
  const next = goesOnBehind ? end.last + 1 : (last[0]?.first ?? from);
  const pages = groups.map(packed).filter((page) => !window.includes(page));
  return pages.length === 0 && next === from ? 0 : store.repack({ pages, from: next });
}

function readWindow(store: LogStore, from: number, newestFirst: number): Page[] {
  const window: Page[] = [];
  let bytes = 0;
  for (let place = from; window.length < maxWindow.pages && bytes < maxWindow.bytes; ) {
    const page = store.pageFrom(place);
    if (!page || page.first >= newestFirst) break;
    window.push(page);
    bytes += expandedBytes(page.entries);
    place = page.last + 1;
  }
  return window;
}

/** Neighbours that become one page. */
function grouped(window: readonly Page[]): Page[][] {
  const groups: Page[][] = [];
  let bytes = 0;
  for (const page of window) {
    const group = groups.at(-1);
    const pageBytes = expandedBytes(page.entries);
    bytes += pageBytes;
    if (group && bytes <= packedPageBytes) {
      group.push(page);
    } else {
      groups.push([page]);
      bytes = pageBytes;
    }
  }
  return groups;
}

/** Whether a page of the usual size would find no place in it. */
function isFull(group: readonly Page[]): boolean {
  const bytes = group.reduce((sum, { entries }) => sum + expandedBytes(entries), 0);
  return bytes > packedPageBytes - smallPageBytes;
}

/** A page that has no neighbours in its group and gets no smaller stays the same object. */
function packed(group: readonly Page[]): Page {
  const [start] = group;
  const end = group.at(-1);
  if (!start || !end) throw new Error("nothing to join");
  if (start === end && isCompressed(start.entries)) return start;
  const entries = group.flatMap((page) => decodePage(page.entries));
  const joined = start === end ? start.entries : encodeStretch(entries, emptyPage).bytes;
  const bytes = compressPage(joined);
  if (!areEqual(entries, decodePage(bytes))) throw new Error("repacking would change an entry");
  return bytes === start.entries
    ? start
    : { first: start.first, last: end.last, at: end.at, entries: bytes };
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
