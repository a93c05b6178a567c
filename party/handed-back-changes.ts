import type { HandedBack } from "./sealer.ts";

/** Changes whose foundations nobody has handed back yet; beyond this the oldest are given up. */
const maxWaiting = 1000;

/** One frame of a browser: settled when nothing of it waits any longer. */
interface Frame<Socket> {
  from: Socket;
  waiting: number;
}

/** What browsers hand back after a crash, in whatever order it comes. */
export class HandedBackChanges<Socket> {
  readonly #onSettled: (socket: Socket) => void;
  #waiting: { change: HandedBack; frame: Frame<Socket> }[] = [];

  /** @param onSettled called for each frame that its browser need not keep any longer */
  constructor(onSettled: (socket: Socket) => void) {
    this.#onSettled = onSettled;
  }

  /** One frame's changes; none, where it did not bear the room's seal. */
  add(from: Socket, changes: readonly HandedBack[]): void {
    const frame = { from, waiting: changes.length };
    if (changes.length === 0) this.#onSettled(from);
    this.#waiting.push(...changes.map((change) => ({ change, frame })));
  }

  /** Tries everything again, until a round brings nothing. */
  retry(take: (change: HandedBack) => "taken" | "known" | "waits"): void {
    for (let hasProgress = this.#waiting.length > 0; hasProgress; ) {
      hasProgress = false;
      for (const each of this.#waiting.splice(0)) {
        const verdict = take(each.change);
        hasProgress ||= verdict === "taken";
        if (verdict === "waits") this.#waiting.push(each);
        else if (--each.frame.waiting === 0) this.#onSettled(each.frame.from);
      }
    }
    this.#waiting = this.#waiting.slice(-maxWaiting);
  }
}
