import { maxClients, type Run } from "./marked-frames.ts";

/** When each letter or caret of each writer was sent, ms since 1970, by clock. */
export type SentAt = Record<number, number[]>;

/** What reached one screen, and when. The writers' own processes know when it was sent. */
export class Arrivals {
  readonly #seen = new Int32Array(maxClients);
  #keys = new Uint32Array(1024);
  #times = new Float64Array(1024);
  #size = 0;

  /** Counts what is new of these runs; what came before comes again for nothing. */
  take(runs: readonly Run[], at: number): void {
    for (const { writer, from, to } of runs) {
      const seen = this.#seen[writer] ?? 0;
      if (to <= seen) continue;
      for (let clock = Math.max(from, seen); clock < to; clock++) this.#add(writer, clock, at);
      this.#seen[writer] = to;
    }
  }

  /** The clock up to which a writer's letters are here. */
  seenOf(writer: number): number {
    return this.#seen[writer] ?? 0;
  }

  /** Milliseconds from sent to here, for everything that `sentAt` knows. */
  latencies(sentAt: SentAt): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.#size; at++) {
      const key = this.#keys[at] ?? 0;
      const sent = sentAt[key >>> 20]?.[key & 0xfffff];
      if (sent !== undefined) found.push((this.#times[at] ?? 0) - sent);
    }
    return found;
  }

  #add(writer: number, clock: number, at: number): void {
    if (this.#size === this.#keys.length) {
      const keys = new Uint32Array(this.#size * 2);
      const times = new Float64Array(this.#size * 2);
      keys.set(this.#keys);
      times.set(this.#times);
      this.#keys = keys;
      this.#times = times;
    }
    this.#keys[this.#size] = ((writer << 20) | clock) >>> 0;
    this.#times[this.#size++] = at;
  }
}
