import type { HandedBack } from "./sealer.ts";

/** Changes whose foundations nobody has handed back yet; beyond this the oldest are given up. */
const maxWaiting = 1000;
const maxWaitingBytes = 2_000_000;

/** One batch of a browser: settled when nothing of it waits any longer. */
interface Batch<Socket> {
  from: Socket;
  waiting: number;
}

/** The same change comes from everybody who saw it. */
interface Waiting<Socket> {
  change: HandedBack;
  batches: Batch<Socket>[];
}

/** What browsers hand back after a crash, in whatever order it comes. */
export class HandedBackChanges<Socket> {
  readonly #onSettled: (socket: Socket) => void;
  #waiting: Waiting<Socket>[] = [];

  /** @param onSettled called for each batch that its browser need not keep any longer */
  constructor(onSettled: (socket: Socket) => void) {
    this.#onSettled = onSettled;
  }

  /** One batch's changes; none, where it did not bear the room's seal. */
  add(from: Socket, changes: readonly HandedBack[]): void {
    const batch = { from, waiting: changes.length };
    if (changes.length === 0) this.#onSettled(from);
    for (const change of changes) {
      const known = this.#waiting.find(({ change: other }) => isSame(change, other));
      if (known) known.batches.push(batch);
      else this.#waiting.push({ change, batches: [batch] });
    }
  }

  /** Tries everything again, until a round brings nothing. */
  retry(take: (change: HandedBack) => "taken" | "known" | "waits"): void {
    for (let hasProgress = this.#waiting.length > 0; hasProgress; ) {
      hasProgress = false;
      for (const each of this.#waiting.splice(0)) {
        const verdict = take(each.change);
        hasProgress ||= verdict === "taken";
        if (verdict === "waits") this.#waiting.push(each);
        else this.#settle(each);
      }
    }
    this.#waiting = this.#waiting.slice(-maxWaiting);
    let bytes = this.#waiting.reduce((sum, { change }) => sum + change.update.byteLength, 0);
    while (bytes > maxWaitingBytes)
      bytes -= this.#waiting.shift()?.change.update.byteLength ?? bytes;
  }

  #settle({ batches }: Waiting<Socket>): void {
    for (const batch of batches) if (--batch.waiting === 0) this.#onSettled(batch.from);
  }
}

function isSame(change: HandedBack, other: HandedBack): boolean {
  return (
    other.client === change.client &&
    other.at === change.at &&
    other.update.byteLength === change.update.byteLength &&
    other.update.every((byte, place) => byte === change.update[place])
  );
}
