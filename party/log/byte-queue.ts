/** Bytes that come in chunks of any size and are taken in pieces of another. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk = new Uint8Array();
  #offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** @returns exactly `length` bytes, a copy; null when the source ends before */
  async take(length: number): Promise<Uint8Array | null> {
    const taken = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      if (!(await this.#fill())) return null;
      const piece = this.#chunk.subarray(this.#offset, this.#offset + length - filled);
      taken.set(piece, filled);
      filled += piece.byteLength;
      this.#offset += piece.byteLength;
    }
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    return !(await this.#fill());
  }

  /** Whether there is a byte to take. */
  async #fill(): Promise<boolean> {
    while (this.#offset === this.#chunk.byteLength) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#chunk = new Uint8Array(next.value);
      this.#offset = 0;
    }
    return true;
  }
}
