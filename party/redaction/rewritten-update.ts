import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** What an update is read with; each answers with what is to stand there instead. */
export interface UpdateReader {
  /** Text whose first letter has this clock. @returns text of the same length */
  text(client: number, clock: number, text: string): string;
  /** A value of an element's attribute. */
  attribute(id: ValueId, value: unknown): unknown;
  /** The value of a mark. */
  mark(key: string, value: unknown): unknown;
}

/** Which setting of which attribute it is: the first one names its key, later ones what they follow. */
export interface ValueId {
  client: number;
  clock: number;
  key: string | null;
  origin: { client: number; clock: number } | null;
}

const skip = 10;
const contents = { deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;
const xmlElement = 3;

/**
 * A Yjs update of version 1 with other letters and values of the same length, and every other byte
 * as it was: the same items under the same ids, so that whoever has the one has the other.
 * @returns the same object where nothing changed
 * @throws for kinds of content that no document of ours holds, and for bytes that end too early
 */
export function rewrittenUpdate(update: Uint8Array, reader: UpdateReader): Uint8Array {
  return new Rewriting(update, reader).run();
}

class Rewriting {
  readonly #update: Uint8Array;
  readonly #reader: UpdateReader;
  readonly #from: decoding.Decoder;
  readonly #to = encoding.createEncoder();
  /** How much of the update is written, as it was or otherwise. */
  #written = 0;

  constructor(update: Uint8Array, reader: UpdateReader) {
    this.#update = update;
    this.#reader = reader;
    this.#from = decoding.createDecoder(update);
  }

  run(): Uint8Array {
    for (let left = this.#uint(); left > 0; left--) this.#readClient();
    if (this.#written === 0) return this.#update;
    this.#replace(this.#update.byteLength, () => {});
    return encoding.toUint8Array(this.#to);
  }

  #readClient(): void {
    let left = this.#uint();
    const client = this.#uint();
    let clock = this.#uint();
    for (; left > 0; left--) {
      const info = decoding.readUint8(this.#from);
      clock += info === skip || info === 0 ? this.#uint() : this.#readItem(info, client, clock);
    }
  }

  /** @returns its length in clock ticks */
  #readItem(info: number, client: number, clock: number): number {
    const origin = (info & 0x80) !== 0 ? this.#id() : null;
    const hasRightOrigin = (info & 0x40) !== 0;
    if (hasRightOrigin) this.#id();
    let key: string | null = null;
    if (!origin && !hasRightOrigin) {
      if (this.#uint() === 1) decoding.readVarString(this.#from);
      else this.#id();
      if ((info & 0x20) !== 0) key = decoding.readVarString(this.#from);
    }
    const kind = info & 0x1f;
    switch (kind) {
      case contents.deleted:
        return this.#uint();
      case contents.string:
        return this.#readText(client, clock);
      case contents.format:
        return this.#readMark();
      case contents.type:
        if (this.#uint() === xmlElement) decoding.readVarString(this.#from);
        return 1;
      case contents.any:
        return this.#readValues({ client, clock, key, origin });
      default:
        throw new Error(`content of kind ${kind} cannot be read`);
    }
  }

  #readText(client: number, clock: number): number {
    const start = this.#from.pos;
    const text = decoding.readVarString(this.#from);
    const next = this.#reader.text(client, clock, text);
    if (next !== text) this.#replace(start, () => encoding.writeVarString(this.#to, next));
    return text.length;
  }

  #readMark(): number {
    const key = decoding.readVarString(this.#from);
    const start = this.#from.pos;
    const value: unknown = JSON.parse(decoding.readVarString(this.#from));
    const next = this.#reader.mark(key, value);
    if (next !== value) {
      this.#replace(start, () => encoding.writeVarString(this.#to, JSON.stringify(next)));
    }
    return 1;
  }

  #readValues(first: ValueId): number {
    const count = this.#uint();
    let id = first;
    for (let at = 0; at < count; at++) {
      const start = this.#from.pos;
      const value: unknown = decoding.readAny(this.#from);
      const next = this.#reader.attribute(id, value);
      // What `readAny` gives, `writeAny` takes.
      const write = () => encoding.writeAny(this.#to, next as encoding.AnyEncodable);
      if (next !== value) this.#replace(start, write);
      const { client, clock } = id;
      id = { client, clock: clock + 1, key: null, origin: { client, clock } };
    }
    return count;
  }

  /** Writes something in the place of the bytes from `start` to where reading stands. */
  #replace(start: number, write: () => void): void {
    encoding.writeUint8Array(this.#to, this.#update.subarray(this.#written, start));
    write();
    this.#written = this.#from.pos;
  }

  #id(): { client: number; clock: number } {
    return { client: this.#uint(), clock: this.#uint() };
  }

  #uint(): number {
    return decoding.readVarUint(this.#from);
  }
}
