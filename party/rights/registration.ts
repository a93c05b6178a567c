import { within } from "./within.ts";

/** A newcomer waits no longer than this for a database that does not answer. */
const waitMs = 3000;
const retryAfterMs = 10_000;

interface Registry {
  insert(): PromiseLike<unknown>;
  remove(): PromiseLike<unknown>;
  /** Whether nobody is in the room. */
  isEmpty(): boolean;
  onFailure(error: unknown): void;
}

/**
 * The room's row among the open ones, by which notices are written (R4): it stands before the first
 * is in, and goes after the last has left.
 */
export class Registration {
  readonly #registry: Registry;
  /** Writing and removing, one after the other, so that the last word wins. */
  #last: Promise<void> = Promise.resolve();
  #coming = 0;
  #since: number | null = null;
  #failedAt = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Since when this life of the room is told of changes, ms since 1970; null while it is not. */
  get since(): number | null {
    return this.#since;
  }

  /** Lets somebody in while the row stands; a database that fails keeps nobody out. */
  async during<T>(enter: () => Promise<T>): Promise<T> {
    this.#coming++;
    try {
      await this.ensure();
      return await enter();
    } finally {
      this.#coming--;
      this.removeIfEmpty();
    }
  }

  /** Resolves when the row stands, or cannot be written now. */
  async ensure(): Promise<void> {
    if (this.#since === null) await this.#inTurn(() => this.#insert());
  }

  /** Call it when somebody left. A row may be there that an earlier life wrote. */
  removeIfEmpty(): void {
    if (this.#isOver()) void this.#inTurn(() => this.#remove());
  }

  #isOver(): boolean {
    return this.#coming === 0 && this.#registry.isEmpty();
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(step).catch((error) => this.#registry.onFailure(error));
    return this.#last;
  }

  async #insert(): Promise<void> {
    const isTooSoon = Date.now() - this.#failedAt < retryAfterMs;
    if (this.#since !== null || this.#isOver() || isTooSoon) return;
    try {
      await within(waitMs, this.#registry.insert());
      this.#since = Date.now();
    } catch (error) {
      this.#failedAt = Date.now();
      throw error;
    }
  }

  async #remove(): Promise<void> {
    if (!this.#isOver()) return;
    this.#since = null;
    await within(waitMs, this.#registry.remove());
  }
}
