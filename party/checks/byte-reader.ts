/** The bytes promise more than they hold. */
export class Overrun extends Error {}

const anyTypes = {
  undefined: 127,
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  bigint: 122,
  false: 121,
  true: 120,
  string: 119,
  object: 118,
  array: 117,
} as const;

/** Steps over lib0's encodings without making anything of them. All methods throw Overrun. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Overrun();
    return byte;
  }

  /** A number of variable length, within the safe integers. */
  uint(): number {
    let number = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.byte();
      number += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (number > Number.MAX_SAFE_INTEGER) break;
        return number;
      }
    }
    throw new Overrun();
  }

  skip(length: number): void {
    if (length > this.left) throw new Overrun();
    this.#at += length;
  }

  /** Steps over text and returns its length in JavaScript's units. Its validity is the decoder's to check. */
  utf16Length(length: number): number {
    if (length > this.left) throw new Overrun();
    let units = 0;
    for (const end = this.#at + length; this.#at < end; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  /** Steps over JSON; whether it nests at most this deep. Whether it is JSON is the parser's to check. */
  isShallowJson(length: number, maxDepth: number): boolean {
    if (length > this.left) throw new Overrun();
    let depth = 0;
    let isInString = false;
    const end = this.#at + length;
    for (; this.#at < end; this.#at++) {
      const sign = String.fromCharCode(this.#bytes[this.#at] ?? 0);
      if (isInString) {
        if (sign === "\\") this.#at++;
        else if (sign === '"') isInString = false;
      } else if (sign === '"') isInString = true;
      else if (sign === "{" || sign === "[") depth++;
      else if (sign === "}" || sign === "]") depth--;
      if (depth > maxDepth) return false;
    }
    return this.#at === end;
  }

  /** Steps over lib0's "any"; false for what nests deeper, or is of a kind that no attribute has. */
  skipAny(maxDepth: number): boolean {
    const type = this.byte();
    switch (type) {
      case anyTypes.undefined:
      case anyTypes.null:
      case anyTypes.false:
      case anyTypes.true:
        return true;
      case anyTypes.integer:
        // At most 53 bits: 6 in the first byte, 7 in each that follows.
        for (let bytes = 0; bytes < 8; bytes++) if (this.byte() < 0x80) return true;
        return false;
      case anyTypes.float32:
        this.skip(4);
        return true;
      case anyTypes.float64:
        this.skip(8);
        return true;
      case anyTypes.string:
        this.skip(this.uint());
        return true;
      case anyTypes.object:
      case anyTypes.array:
        return this.#skipParts(type === anyTypes.object, maxDepth);
      default:
        return false;
    }
  }

  #skipParts(hasKeys: boolean, maxDepth: number): boolean {
    if (maxDepth === 0) return false;
    for (let left = this.uint(); left > 0; left--) {
      if (hasKeys) this.skip(this.uint());
      if (!this.skipAny(maxDepth - 1)) return false;
    }
    return true;
  }
}
