import { seededRandom } from "./seeded-random.ts";

/** Picks by a seed, so that a run can be had again. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** At least 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  /** @throws when there is nothing to pick from */
  of<Part>(parts: readonly Part[]): Part {
    const part = parts[this.below(parts.length)];
    if (part === undefined) throw new Error("nothing to pick from");
    return part;
  }
}
