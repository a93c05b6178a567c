import { messageKinds } from "../wire.ts";

/** In points: a frame is one, and as much again for every 16 kB of it. */
const perSecond = 100;
/** A journal after a long absence sends many frames at once. */
const burst = 1000;
const bytesPerPoint = 16 * 1024;

/** How much each person may still send, over all their sockets (R6): a bucket that refills with time. */
export class FrameBudget {
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** @param now ms since 1970 */
  allows(personId: string, frame: Uint8Array, now: number): boolean {
    const bucket = this.#buckets.get(personId) ?? { left: burst, at: now };
    // A clock that is put back takes nothing from anybody.
    const refilled = bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond;
    bucket.left = Math.min(burst, refilled) - pointsOf(frame);
    bucket.at = now;
    this.#buckets.set(personId, bucket);
    // Debts are not carried on: who stops is let in again.
    const isAllowed = bucket.left >= 0;
    if (!isAllowed) bucket.left = 0;
    return isAllowed;
  }
}

function pointsOf(frame: Uint8Array): number {
  const bySize = frame.byteLength / bytesPerPoint;
  switch (frame[0]) {
    // Beyond a few a second they are dropped unread, which costs little, but not nothing.
    case messageKinds.awareness:
      return 0.1 + bySize;
    // Answered with everybody's presence.
    case messageKinds.queryAwareness:
      return 10 + bySize;
    // Answered with the whole document, as step 1 is.
    case messageKinds.hello:
      return 50 + bySize;
    case messageKinds.sync:
      return (frame[1] === 0 ? 50 : 1) + bySize;
    default:
      return 1 + bySize;
  }
}
