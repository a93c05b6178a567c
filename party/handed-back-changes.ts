import type { HandedBack } from "./sealer.ts";

/** Changes whose foundations nobody has handed back yet; beyond this the oldest are given up. */
const maxWaiting = 1000;
const maxWaitingBytes = 2_000_000;

/** What browsers hand back after a crash, in whatever order it comes. */
export class HandedBackChanges {
  #waiting: HandedBack[] = [];

  add(changes: readonly HandedBack[]): void {
    // The same batch comes from everybody who saw it, and again from whoever means harm.
    this.#waiting.push(...changes.filter((change) => !this.#waiting.some(isSame(change))));
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
    let bytes = this.#waiting.reduce((sum, { update }) => sum + update.byteLength, 0);
    while (bytes > maxWaitingBytes) bytes -= this.#waiting.shift()?.update.byteLength ?? bytes;
  }
}

function isSame(change: HandedBack): (other: HandedBack) => boolean {
  const { client, at, update } = change;
  return (other) =>
    other.client === client &&
    other.at === at &&
    other.update.byteLength === update.byteLength &&
    other.update.every((byte, place) => byte === update[place]);
}
