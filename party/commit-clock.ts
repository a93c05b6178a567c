/** When the open page is written: at once after a pause, else at most once a window. */
export class CommitClock {
  readonly #windowMs: number;
  readonly #commit: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastCommitAt = 0;

  constructor(windowMs: number, commit: () => void) {
    this.#windowMs = windowMs;
    this.#commit = commit;
  }

  /** Asks for a commit in a later event than this one, however often it is asked. */
  soon(now: number): void {
    if (this.#timer !== null) return;
    const waitMs = Math.max(0, this.#lastCommitAt + this.#windowMs - now);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#commit();
    }, waitMs);
  }

  done(now: number): void {
    this.#lastCommitAt = now;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
