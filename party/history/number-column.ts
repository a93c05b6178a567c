import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Numbers in a row that grows: a quarter of a million are read and written at once. */
export class NumberColumn {
  #values: Float64Array;
  length: number;

  constructor(values = new Float64Array()) {
    this.#values = values;
    this.length = values.length;
  }

  /** @returns how many there are then */
  push(value: number): number {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(Math.max(1024, 2 * this.length));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    return ++this.length;
  }

  /** Undefined behind the end. */
  at(index: number): number | undefined {
    return index < this.length ? this.#values[index] : undefined;
  }

  /** Where the last one stands that is not larger than this; -1 where all are. */
  lastUpTo(limit: number): number {
    return this.#values.subarray(0, this.length).findLastIndex((value) => value <= limit);
  }

  write(encoder: encoding.Encoder): void {
    const values = this.#values.slice(0, this.length);
    encoding.writeVarUint8Array(encoder, new Uint8Array(values.buffer));
  }

  static read(decoder: decoding.Decoder): NumberColumn {
    return new NumberColumn(new Float64Array(decoding.readVarUint8Array(decoder).slice().buffer));
  }
}
