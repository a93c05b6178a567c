import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expandPage } from "./page-compression.ts";

/** Who made a change, for which village. Null stands for an office; the room itself is `room`. */
export interface Author {
  personId: string;
  villageId: string | null;
}

/** The author of what the room writes by itself: templates, ids, repairs. */
export const roomAuthor: Author = { personId: "room", villageId: null };

/**
 * Why the room made a change that no browser sent: to keep the data of the forum right, or for its
 * author, to set a thread's mark, to put its suggestion into the text, or to restore what stood at
 * an earlier place. A redaction's entry changes nothing: it says that there was one.
 */
export type Cause =
  | "forum"
  | `note:${string}`
  | `suggestion:${string}`
  | `restore:${number}`
  | `redaction:${string}`;

/** One accepted change. `at` is ms since 1970 by the room's clock, `update` a Yjs V1 update. */
export interface LogEntry {
  author: Author;
  /** Nothing for what its author's browser sent, and for what the room mends. */
  cause?: Cause | undefined;
  at: number;
  update: Uint8Array;
}

type Origin = Pick<LogEntry, "author" | "cause">;

/** What a further stretch of a page builds on: the page's origins, and its last entry's time. */
export interface PageEnd {
  origins: readonly Origin[];
  at: number;
}

export const emptyPage: PageEnd = { origins: [], at: 0 };

/** A stretch of version 1 stood alone in its page and listed all of its authors. */
const aloneVersion = 1;
/** From this version on a cause is written beside each author. */
const causeVersion = 3;
const codecVersion = 3;

/**
 * A page is a row of stretches, one for each commit that wrote to it. A stretch: version, the
 * origins (author and cause) that the page has not listed yet, then per entry the origin's number in
 * the page, the milliseconds since the entry before (signed: clocks jump) and the update. Appending
 * one leaves the bytes before as they are. Repacking may have compressed the page (page-compression).
 * @returns the stretch, and what the next one of the same page builds on
 */
export function encodeStretch(
  entries: readonly LogEntry[],
  before: PageEnd,
): { bytes: Uint8Array; end: PageEnd } {
  const origins = [...before.origins];
  const byKey = new Map(origins.map((origin, number) => [keyOf(origin), number]));
  const numbers = entries.map(({ author, cause }) => {
    const key = keyOf({ author, cause });
    const number = byKey.get(key) ?? origins.push({ author, cause }) - 1;
    byKey.set(key, number);
    return number;
  });
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, codecVersion);
  encoding.writeVarUint(encoder, origins.length - before.origins.length);
  for (const { author, cause } of origins.slice(before.origins.length)) {
    encoding.writeVarString(encoder, author.personId);
    encoding.writeVarString(encoder, author.villageId ?? "");
    encoding.writeVarString(encoder, cause ?? "");
  }
  encoding.writeVarUint(encoder, entries.length);
  let { at: last } = before;
  for (const [index, { at, update }] of entries.entries()) {
    encoding.writeVarUint(encoder, numbers[index] ?? 0);
    encoding.writeVarInt(encoder, at - last);
    encoding.writeVarUint8Array(encoder, update);
    last = at;
  }
  return { bytes: encoding.toUint8Array(encoder), end: { origins, at: last } };
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
  const decoder = decoding.createDecoder(expandPage(page));
  const entries: LogEntry[] = [];
  let origins: Origin[] = [];
  let at = 0;
  while (decoding.hasContent(decoder)) {
    const version = decoding.readVarUint(decoder);
    if (version > codecVersion) throw new Error(`a page of version ${version} cannot be read`);
    if (version === aloneVersion) {
      origins = [];
      at = 0;
    }
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      origins.push(readOrigin(decoder, version));
    }
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const origin = origins[decoding.readVarUint(decoder)];
      if (!origin) throw new Error("a page names an author that it does not list");
      at += decoding.readVarInt(decoder);
      entries.push({ ...origin, at, update: decoding.readVarUint8Array(decoder) });
    }
  }
  return { entries, end: { origins, at } };
}

function readOrigin(decoder: decoding.Decoder, version: number): Origin {
  const personId = decoding.readVarString(decoder);
  const villageId = decoding.readVarString(decoder);
  const author = { personId, villageId: villageId === "" ? null : villageId };
  const cause = version < causeVersion ? "" : decoding.readVarString(decoder);
  // Written by `encodeStretch` alone.
  return cause === "" ? { author } : { author, cause: cause as Cause };
}

function keyOf({ author: { personId, villageId }, cause }: Origin): string {
  // No id holds a line's end.
  return `${personId}\n${villageId ?? ""}\n${cause ?? ""}`;
}
