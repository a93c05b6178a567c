import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Who made a change, for which village. Null stands for an office; the room itself is `room`. */
export interface Author {
  personId: string;
  villageId: string | null;
}

/** The author of what the room writes by itself: templates, ids, repairs. */
export const roomAuthor: Author = { personId: "room", villageId: null };

/** One accepted change. `at` is ms since 1970 by the room's clock, `update` a Yjs V1 update. */
export interface LogEntry {
  author: Author;
  at: number;
  update: Uint8Array;
}

/** What a further stretch of a page builds on: the page's authors, and its last entry's time. */
export interface PageEnd {
  authors: readonly Author[];
  at: number;
}

export const emptyPage: PageEnd = { authors: [], at: 0 };

/** A stretch of version 1 stood alone in its page and listed all of its authors. */
const aloneVersion = 1;
const codecVersion = 2;

/**
 * A page is a row of stretches, one for each commit that wrote to it. A stretch: version, the
 * authors that the page has not listed yet, then per entry the author's number in the page, the
 * milliseconds since the entry before (signed: clocks jump) and the update. Appending one leaves
 * the bytes before as they are.
 * @returns the stretch, and what the next one of the same page builds on
 */
export function encodeStretch(
  entries: readonly LogEntry[],
  before: PageEnd,
): { bytes: Uint8Array; end: PageEnd } {
  const authors = [...before.authors];
  const numbers = new Map(authors.map((author, number) => [keyOf(author), number]));
  for (const { author } of entries) {
    if (!numbers.has(keyOf(author))) numbers.set(keyOf(author), authors.push(author) - 1);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, codecVersion);
  encoding.writeVarUint(encoder, authors.length - before.authors.length);
  for (const author of authors.slice(before.authors.length)) {
    encoding.writeVarString(encoder, author.personId);
    encoding.writeVarString(encoder, author.villageId ?? "");
  }
  encoding.writeVarUint(encoder, entries.length);
  let { at: last } = before;
  for (const { author, at, update } of entries) {
    encoding.writeVarUint(encoder, numbers.get(keyOf(author)) ?? 0);
    encoding.writeVarInt(encoder, at - last);
    encoding.writeVarUint8Array(encoder, update);
    last = at;
  }
  return { bytes: encoding.toUint8Array(encoder), end: { authors, at: last } };
}

/** @throws when the page was written by a newer version or is damaged */
export function decodePage(page: Uint8Array): LogEntry[] {
  return readPage(page).entries;
}

/** What a stretch appended to this page builds on. @throws as `decodePage` does */
export function endOfPage(page: Uint8Array): PageEnd {
  return readPage(page).end;
}

function readPage(page: Uint8Array): { entries: LogEntry[]; end: PageEnd } {
  const decoder = decoding.createDecoder(page);
  const entries: LogEntry[] = [];
  let authors: Author[] = [];
  let at = 0;
  while (decoding.hasContent(decoder)) {
    const version = decoding.readVarUint(decoder);
    if (version > codecVersion) throw new Error(`a page of version ${version} cannot be read`);
    if (version === aloneVersion) {
      authors = [];
      at = 0;
    }
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const personId = decoding.readVarString(decoder);
      const villageId = decoding.readVarString(decoder);
      authors.push({ personId, villageId: villageId === "" ? null : villageId });
    }
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const author = authors[decoding.readVarUint(decoder)];
      if (!author) throw new Error("a page names an author that it does not list");
      at += decoding.readVarInt(decoder);
      entries.push({ author, at, update: decoding.readVarUint8Array(decoder) });
    }
  }
  return { entries, end: { authors, at } };
}

function keyOf({ personId, villageId }: Author): string {
  return JSON.stringify([personId, villageId]);
}
