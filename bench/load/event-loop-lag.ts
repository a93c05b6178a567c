import { percentile } from "../percentile.ts";

const everyMs = 20;

/** Watches how late this process' timers are: a load that is late itself measures nothing. */
export class EventLoopLag {
  #late: number[] = [];
  #dueAt = performance.now() + everyMs;
  readonly #timer = setInterval(() => {
    const now = performance.now();
    this.#late.push(Math.max(0, now - this.#dueAt));
    this.#dueAt = now + everyMs;
  }, everyMs);

  /** Ends the watch; returns the 99th percentile in ms. */
  stop(): number {
    clearInterval(this.#timer);
    return percentile(this.#late, 0.99) ?? 0;
  }
}
