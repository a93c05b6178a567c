import { maxStateBytes } from "./wire.ts";

/** An update can split what it stands in, which costs a little more than its own bytes. */
const splitBytes = 32;

/**
 * How large a document is: never less than a sum that is kept from update to update, and measured,
 * which costs milliseconds, only where that sum says that the document may be full.
 */
export class DocumentSize {
  readonly #measure: () => number;
  #atMostBytes = Number.POSITIVE_INFINITY;

  /** @param measure the exact size of the encoded state, in bytes */
  constructor(measure: () => number) {
    this.#measure = measure;
  }

  /** The sum; infinite until the size was first measured. */
  get atMostBytes(): number {
    return this.#atMostBytes;
  }

  /** Whether a change of so many bytes may come in; what makes the document smaller always may. */
  allows(growthBytes: number): boolean {
    if (growthBytes <= 0 || this.#atMostBytes + growthBytes <= maxStateBytes) return true;
    this.#atMostBytes = this.#measure();
    return this.#atMostBytes + growthBytes <= maxStateBytes;
  }

  /** An update was applied. */
  grow(updateBytes: number): void {
    this.#atMostBytes += updateBytes + splitBytes;
  }
}
