import type { LogStore } from "../log/log-store.ts";

/** A stretch of a room's log as it is read out, committed entries only. */
export interface LogPortion {
  /** A redaction raises it: what was read in another epoch no longer holds. */
  epoch: number;
  /** The newest place of the log; the portion may end before it. */
  last: number;
  /** As they are stored, also compressed; `first` is the place of a page's first entry. */
  pages: { first: number; entries: Uint8Array }[];
}

/** Both rooms go on between two of these: neither is kept from anything else for long. */
const maxPortion = { entries: 5000, bytes: 1_000_000 };

/** @param after the pages that hold entries after this place, as many as one answer should carry */
export function readPortion(store: LogStore, after: number): LogPortion {
  const last = store.lastPage()?.last ?? 0;
  const pages: LogPortion["pages"] = [];
  const isFull = (place: number, bytes: number) =>
    place - after > maxPortion.entries || bytes >= maxPortion.bytes;
  let bytes = 0;
  for (let place = after + 1; place <= last && !isFull(place, bytes); ) {
    const page = store.pageFrom(place);
    if (!page) break;
    pages.push({ first: page.first, entries: page.entries });
    bytes += page.entries.byteLength;
    place = page.last + 1;
  }
  return { epoch: store.seal().epoch, last, pages };
}
