import { ByteReader, Overrun } from "./byte-reader.ts";

/** What one update may hold, whatever its size in bytes. */
export interface ScanLimits {
  clients: number;
  structs: number;
  deletions: number;
}

/** For a live frame or a journal: a person's own few tabs; a pasted table of 500 rows has 20,000 structs. */
export const frameLimits: ScanLimits = { clients: 64, structs: 60_000, deletions: 30_000 };

/** For a stock provider's whole document, in which everybody stands who ever wrote in it. */
export const differenceLimits: ScanLimits = {
  clients: 10_000,
  structs: 60_000,
  deletions: 60_000,
};

/** Yjs draws client ids from 32 bits; a clock that leaves the safe integers would end every reader. */
const maxClient = 2 ** 32 - 1;
const maxClock = 2 ** 31;
const maxNameBytes = 128;
const maxValueBytes = 8192;
const maxValueDepth = 3;
/** Undone settings of one attribute, which Yjs may merge into one struct. */
const maxValues = 1000;

const skip = 10;
const contents = { deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;
const types = { xmlElement: 3, xmlText: 6 } as const;

/**
 * Reads a Yjs update of version 1 without building anything of it, and says whether it is worth
 * decoding: counts, lengths and nesting are what the bytes can hold and a document can need; no
 * struct is empty, no client id or deletion comes twice, nothing is left over (an update of
 * version 2 reads as an empty one with a rest). Costs about as much as copying it.
 */
export function isWorthDecoding(update: Uint8Array, limits: ScanLimits): boolean {
  try {
    return new UpdateScan(new ByteReader(update), limits).run();
  } catch (error) {
    if (error instanceof Overrun) return false;
    throw error;
  }
}

class UpdateScan {
  readonly #bytes: ByteReader;
  readonly #limits: ScanLimits;

  constructor(bytes: ByteReader, limits: ScanLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
  }

  run(): boolean {
    return this.#structs() && this.#deletions() && this.#bytes.left === 0;
  }

  #structs(): boolean {
    const clients = new Set<number>();
    let structsLeft = this.#limits.structs;
    for (let left = this.#bytes.uint(); left > 0; left--) {
      const count = this.#bytes.uint();
      const client = this.#bytes.uint();
      structsLeft -= count;
      if (structsLeft < 0 || count === 0 || !this.#isNew(client, clients)) return false;
      let clock = this.#bytes.uint();
      for (let at = 0; at < count; at++) {
        const length = this.#struct();
        clock += length;
        if (length < 1 || clock > maxClock) return false;
      }
    }
    return true;
  }

  /** Yjs would use the last block of a client id that comes twice, and forget the others. */
  #isNew(client: number, clients: Set<number>): boolean {
    if (client > maxClient || clients.has(client)) return false;
    return clients.add(client).size <= this.#limits.clients;
  }

  /** Its length in clock ticks; 0 for what no document holds. */
  #struct(): number {
    const info = this.#bytes.byte();
    if (info === skip || info === 0) return this.#bytes.uint();
    const hasOrigin = (info & 0x80) !== 0;
    const hasRightOrigin = (info & 0x40) !== 0;
    if (hasOrigin) this.#id();
    if (hasRightOrigin) this.#id();
    if (!hasOrigin && !hasRightOrigin) {
      if (this.#bytes.uint() === 1) this.#name();
      else this.#id();
      if ((info & 0x20) !== 0) this.#name();
    }
    return this.#content(info & 0x1f);
  }

  #content(kind: number): number {
    switch (kind) {
      case contents.deleted:
        return this.#bytes.uint();
      case contents.string:
        return this.#bytes.utf16Length(this.#bytes.uint());
      case contents.format:
        this.#name();
        return this.#bytes.isShallowJson(this.#lengthUpTo(maxValueBytes), maxValueDepth) ? 1 : 0;
      case contents.type:
        return this.#type() ? 1 : 0;
      case contents.any:
        return this.#values();
      default:
        return 0;
    }
  }

  #type(): boolean {
    const type = this.#bytes.uint();
    if (type === types.xmlElement) this.#name();
    return type === types.xmlElement || type === types.xmlText;
  }

  #values(): number {
    const count = this.#bytes.uint();
    if (count > maxValues) return 0;
    for (let at = 0; at < count; at++) {
      const from = this.#bytes.left;
      if (!this.#bytes.skipAny(maxValueDepth) || from - this.#bytes.left > maxValueBytes) return 0;
    }
    return count;
  }

  #deletions(): boolean {
    const clients = new Set<number>();
    let rangesLeft = this.#limits.deletions;
    for (let left = this.#bytes.uint(); left > 0; left--) {
      const client = this.#bytes.uint();
      if (client > maxClient || clients.has(client)) return false;
      clients.add(client);
      const count = this.#bytes.uint();
      rangesLeft -= count;
      if (rangesLeft < 0 || count === 0) return false;
      // In order and apart, as Yjs writes them: overlapping ones would be walked again and again.
      for (let at = 0, end = 0; at < count; at++) {
        const clock = this.#bytes.uint();
        const length = this.#bytes.uint();
        if (clock < end || length === 0 || clock + length > maxClock) return false;
        end = clock + length;
      }
    }
    return true;
  }

  #id(): void {
    this.#bytes.uint();
    this.#bytes.uint();
  }

  #name(): void {
    this.#bytes.skip(this.#lengthUpTo(maxNameBytes));
  }

  #lengthUpTo(maxBytes: number): number {
    const length = this.#bytes.uint();
    if (length > maxBytes) throw new Overrun();
    return length;
  }
}
