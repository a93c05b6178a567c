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

const codecVersion = 1;

/**
 * A page: version, its authors once each, then per entry the author's number, the milliseconds
 * since the entry before (signed: clocks jump) and the update. Unbroken by a reader of version 1.
 */
export function encodePage(entries: readonly LogEntry[]): Uint8Array {
  const authors: Author[] = [];
  const numbers = new Map<string, number>();
  for (const { author } of entries) {
    const key = JSON.stringify([author.personId, author.villageId]);
    if (!numbers.has(key)) numbers.set(key, authors.push(author) - 1);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, codecVersion);
  encoding.writeVarUint(encoder, authors.length);
  for (const author of authors) {
    encoding.writeVarString(encoder, author.personId);
    encoding.writeVarString(encoder, author.villageId ?? "");
  }
  encoding.writeVarUint(encoder, entries.length);
  let before = 0;
  for (const { author, at, update } of entries) {
    const number = numbers.get(JSON.stringify([author.personId, author.villageId])) ?? 0;
    encoding.writeVarUint(encoder, number);
    encoding.writeVarInt(encoder, at - before);
    encoding.writeVarUint8Array(encoder, update);
    before = at;
  }
  return encoding.toUint8Array(encoder);
}

/** @throws when the page was written by a newer version or is damaged */
export function decodePage(page: Uint8Array): LogEntry[] {
  const decoder = decoding.createDecoder(page);
  const version = decoding.readVarUint(decoder);
  if (version !== codecVersion) throw new Error(`a page of version ${version} cannot be read`);
  const authors: Author[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const personId = decoding.readVarString(decoder);
    const villageId = decoding.readVarString(decoder);
    authors.push({ personId, villageId: villageId === "" ? null : villageId });
  }
  const entries: LogEntry[] = [];
  let at = 0;
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const author = authors[decoding.readVarUint(decoder)];
    if (!author) throw new Error("a page names an author that it does not list");
    at += decoding.readVarInt(decoder);
    entries.push({ author, at, update: decoding.readVarUint8Array(decoder) });
  }
  return entries;
}
