import { logBug } from "../../worker/log-bug.ts";

/** Whoever opens the document sees it first. */
const firstWaitMs = 2000;

/** Between two steps, which take some ten milliseconds: a keystroke is not kept waiting. */
const pauseMs = 100;

/** Repacks a log in small steps after it was opened, until nothing is left or people write. */
export class CalmRepacking {
  readonly #step: () => number;
  readonly #onRows: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param step returns how many rows it wrote; 0 ends the repacking
   * @param onRows called after a step that wrote
   */
  constructor(step: () => number, onRows: () => void) {
    this.#step = step;
    this.#onRows = onRows;
  }

  begin(): void {
    this.#after(firstWaitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #after(waitMs: number): void {
    this.#timer = setTimeout(() => this.#go(), waitMs);
  }

  #go(): void {
    try {
      if (this.#step() === 0) return;
    } catch (error) {
      // The log is as it was: the next opening tries again.
      return logBug(error);
    }
    this.#onRows();
    this.#after(pauseMs);
  }
}
