/** A person types a few frames a second; a journal after a long absence sends many at once. */
const perSecond = 100;
const burst = 1000;

/** How many frames each socket may still send (R6): a bucket that refills with time. */
export class FrameBudget {
  readonly #buckets = new WeakMap<object, { left: number; at: number }>();

  /** @param now ms since 1970 */
  allows(socket: object, now: number): boolean {
    const bucket = this.#buckets.get(socket) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond) - 1;
    this.#buckets.set(socket, { left, at: now });
    return left >= 0;
  }
}
