import { OneAtATime } from "../one-at-a-time.ts";
import { within } from "../rights/within.ts";

const retryAfterMs = 2000;
const answerWithinMs = 10_000;

interface Work {
  calmAfterMs: number;
  /** While people write on and on, it is written this often. */
  longestWaitMs: number;
  /** Makes durable what is open; the place up to which all is then, null where it is not. */
  commit: () => number | null;
  write: (place: number) => Promise<void>;
  onFailure: (error: unknown) => void;
}

/**
 * Writes elsewhere what a document says: a moment after the last change of it, only what is durable,
 * and again with the traffic where the database failed.
 */
export class CalmWriting {
  readonly #work: Work;
  readonly #turns = new OneAtATime(() => this.#write());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;
  #isStopped = false;
  #changedAt = 0;
  #waitsSince = 0;
  #triedAt = 0;

  constructor(work: Work) {
    this.#work = work;
  }

  onChange(now: number): void {
    this.#isDue = true;
    this.#changedAt = now;
    if (this.#timer !== undefined) return;
    this.#waitsSince = now;
    this.#wait(this.#work.calmAfterMs);
  }

  /** @throws when it could not be written; it is tried again with the traffic */
  writeNow(): Promise<void> {
    this.#isDue = true;
    return this.#turns.run();
  }

  /** Call it with everything that comes from anybody. */
  onTraffic(now: number): void {
    const isWaiting = this.#timer !== undefined || now - this.#triedAt < retryAfterMs;
    if (this.#isDue && !isWaiting) this.#writeQuietly();
  }

  /** The document was given up: what it holds may be half of something. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.#onTimer(Date.now()), ms);
  }

  #onTimer(now: number): void {
    this.#timer = undefined;
    const { calmAfterMs, longestWaitMs } = this.#work;
    const until = Math.min(this.#changedAt + calmAfterMs, this.#waitsSince + longestWaitMs);
    if (now < until) this.#wait(until - now);
    else this.#writeQuietly();
  }

  #writeQuietly(): void {
    this.writeNow().catch((error) => this.#work.onFailure(error));
  }

  async #write(): Promise<void> {
    if (this.#isStopped) return;
    this.#triedAt = Date.now();
    const place = this.#work.commit();
    if (place === null) throw new Error("what is to be written is not durable yet");
    this.#isDue = false;
    try {
      await within(answerWithinMs, this.#work.write(place));
    } catch (error) {
      this.#isDue = true;
      throw error;
    }
  }
}
