import type { HandedBack } from "./sealer.ts";

/** Changes whose foundations nobody has handed back yet; beyond this the oldest are given up. */
const maxWaiting = 1000;

/** What browsers hand back after a crash, in whatever order it comes. */
export class HandedBackChanges {
  #waiting: HandedBack[] = [];

  add(changes: readonly HandedBack[]): void {
    this.#waiting.push(...changes);
  }

  /** Tries everything again, until a round brings nothing. */
  retry(take: (change: HandedBack) => "taken" | "known" | "waits"): void {
    for (let hasProgress = true; hasProgress; ) {
      hasProgress = false;
      for (const change of this.#waiting.splice(0)) {
        const verdict = take(change);
        if (verdict === "waits") this.#waiting.push(change);
        hasProgress ||= verdict === "taken";
      }
    }
    this.#waiting = this.#waiting.slice(-maxWaiting);
  }
}
