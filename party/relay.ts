import * as Y from "yjs";
import type { Change } from "./document-state.ts";

/** A change on its way to the others. `from` is the socket that it came from; null for the room. */
export interface Passing<Socket> extends Change {
  from: Socket | null;
}

/**
 * Deliveries a second (changes × people) up to which each change is passed on at once: thirty
 * people who all type make about 1,800.
 */
const calmDeliveries = 2400;
const deliveriesPerTickMs = 76;
const maxTickMs = 100;
const measuredMs = 1000;

/**
 * Passes changes on: at once in a small or calm room; in a busy one at most one frame a tick, since
 * a frame costs the same whatever its size. The tick follows the load; the first change after a
 * longer pause does not wait for one. Never back to the sender: who wrote in a tick gets a frame of
 * the others' changes.
 */
export class Relay<Socket> {
  readonly #deliver: (changes: readonly Passing<Socket>[], to: readonly Socket[]) => void;
  readonly #sockets: () => Socket[];
  #waiting: Passing<Socket>[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #times: number[] = [];
  #passedOnAt = 0;

  constructor(
    sockets: () => Socket[],
    deliver: (changes: readonly Passing<Socket>[], to: readonly Socket[]) => void,
  ) {
    this.#sockets = sockets;
    this.#deliver = deliver;
  }

  /** @param now ms since 1970 */
  pass(change: Passing<Socket>, now: number): void {
    this.#waiting.push(change);
    const waitMs = this.#passedOnAt + this.#tickMs(now) - now;
    if (this.#timer === null && waitMs <= 0) return this.#flush(now);
    this.#timer ??= setTimeout(() => this.#flush(Date.now()), waitMs);
  }

  /** What waits is not passed on any more. */
  drop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
  }

  #flush(now: number): void {
    this.#timer = null;
    this.#passedOnAt = now;
    const changes = this.#waiting;
    this.#waiting = [];
    if (changes.length === 0) return;
    const writers = new Set(changes.map(({ from }) => from));
    const readers: Socket[] = [];
    for (const socket of this.#sockets()) {
      if (!writers.has(socket)) readers.push(socket);
      else {
        const others = changes.filter(({ from }) => from !== socket);
        if (others.length > 0) this.#deliver(others, [socket]);
      }
    }
    if (readers.length > 0) this.#deliver(changes, readers);
  }

  #tickMs(now: number): number {
    this.#times.push(now);
    const oldest = now - measuredMs;
    if (this.#times.length > 4096 || (this.#times[0] ?? now) < oldest) {
      this.#times = this.#times.filter((at) => at >= oldest);
    }
    const deliveries = this.#times.length * this.#sockets().length;
    if (deliveries <= calmDeliveries) return 0;
    return Math.min(maxTickMs, (deliveries - calmDeliveries) / deliveriesPerTickMs);
  }
}

/** One update that holds all of these; order does not matter to Yjs. */
export function mergeChanges<Socket>(changes: readonly Passing<Socket>[]): Uint8Array {
  const [first, ...more] = changes;
  if (first && more.length === 0) return first.entry.update;
  return Y.mergeUpdates(changes.map(({ entry }) => entry.update));
}
