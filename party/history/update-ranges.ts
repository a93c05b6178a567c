import { ByteReader } from "../checks/byte-reader.ts";

/** A stretch of Yjs ids; `end` is the first clock behind it. */
export interface ClockRange {
  client: number;
  clock: number;
  end: number;
}

interface UpdateRanges {
  /** One for each struct. */
  inserted: ClockRange[];
  deleted: ClockRange[];
  /** UTF-16 units of text that it brings. */
  letters: number;
}

const skip = 10;
const contents = { deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;
const xmlElement = 3;
/** Deeper than any attribute that a room accepts. */
const anyDepth = 64;

/**
 * The ids that a Yjs update of version 1 brings and deletes, read without building its structs.
 * @throws for kinds of content that no document of ours holds, and for bytes that end too early
 */
export function rangesOf(update: Uint8Array): UpdateRanges {
  const bytes = new ByteReader(update);
  const ranges: UpdateRanges = { inserted: [], deleted: [], letters: 0 };
  for (let left = bytes.uint(); left > 0; left--) readStructs(bytes, ranges);
  for (let left = bytes.uint(); left > 0; left--) {
    const client = bytes.uint();
    for (let count = bytes.uint(); count > 0; count--) {
      const clock = bytes.uint();
      ranges.deleted.push({ client, clock, end: clock + bytes.uint() });
    }
  }
  return ranges;
}

function readStructs(bytes: ByteReader, ranges: UpdateRanges): void {
  const count = bytes.uint();
  const client = bytes.uint();
  let clock = bytes.uint();
  for (let at = 0; at < count; at++) {
    const info = bytes.byte();
    if (info === skip) {
      clock += bytes.uint();
      continue;
    }
    const kind = info & 0x1f;
    const length = info === 0 ? bytes.uint() : readItem(bytes, info, kind);
    if (kind === contents.string) ranges.letters += length;
    ranges.inserted.push({ client, clock, end: clock + length });
    clock += length;
  }
}

/** @returns its length in clock ticks */
function readItem(bytes: ByteReader, info: number, kind: number): number {
  const hasOrigin = (info & 0x80) !== 0;
  const hasRightOrigin = (info & 0x40) !== 0;
  if (hasOrigin) skipId(bytes);
  if (hasRightOrigin) skipId(bytes);
  if (!hasOrigin && !hasRightOrigin) {
    if (bytes.uint() === 1) bytes.skip(bytes.uint());
    else skipId(bytes);
    if ((info & 0x20) !== 0) bytes.skip(bytes.uint());
  }
  switch (kind) {
    case contents.deleted:
      return bytes.uint();
    case contents.string:
      return bytes.utf16Length(bytes.uint());
    case contents.format:
      bytes.skip(bytes.uint());
      bytes.skip(bytes.uint());
      return 1;
    case contents.type:
      if (bytes.uint() === xmlElement) bytes.skip(bytes.uint());
      return 1;
    case contents.any: {
      const count = bytes.uint();
      for (let left = count; left > 0; left--) {
        if (!bytes.skipAny(anyDepth)) throw new Error("a value of an unknown kind cannot be read");
      }
      return count;
    }
    default:
      throw new Error(`content of kind ${kind} cannot be read`);
  }
}

function skipId(bytes: ByteReader): void {
  bytes.uint();
  bytes.uint();
}
