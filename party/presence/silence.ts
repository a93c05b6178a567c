/** A browser that asked for `protocol=1` pings this often, where its timers are not slowed down. */
export const pingEveryMs = 4000;

/** One ping missed, and then some for a slow link. */
const silentAfterMs = 6000;
/** Stock providers neither ping nor renew their presence, but they answer when they are asked. */
const stockSilentAfterMs = 45_000;
const answerWithinMs = 3000;
/** What is sent to a dead link piles up: somebody who slept for longer has to come in again. */
const closeAfterMs = 60_000;
const checkEveryMs = 3000;

/** When a socket was last heard of, ms since 1970, and whether it pings. */
export interface SignOfLife {
  at: number;
  pings: boolean;
}

interface Steps<Socket> {
  /** Asks a socket for a sign of life; whoever is there answers, also from a tab in the background. */
  ask(socket: Socket): void;
  /** It did not answer: nobody shall be shown as being there. May be called again. */
  takeLeave(socket: Socket): void;
  close(socket: Socket): void;
}

/**
 * Finds the people behind silent links (R13): asked after one missed ping, gone when they do not
 * answer, so at the latest 8 s after the ping was missed. The room's traffic drives it; after the
 * last of it one check follows, and one more where somebody was asked, then the room may sleep.
 */
export class SilenceWatch<Socket extends object> {
  readonly #signs: () => Iterable<[Socket, SignOfLife]>;
  readonly #steps: Steps<Socket>;
  readonly #askedAt = new WeakMap<Socket, number>();
  #checkedAt = 0;
  #anyPings = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(signs: () => Iterable<[Socket, SignOfLife]>, steps: Steps<Socket>) {
    this.#signs = signs;
    this.#steps = steps;
  }

  /** Call it with whatever wakes the room or comes from anybody. @param now ms since 1970 */
  onTraffic(now: number): void {
    if (now - this.#checkedAt >= checkEveryMs) this.#check(now);
    // Who does not ping is asked so seldom that no timer need keep the room awake for it.
    if (this.#anyPings) this.#arm(checkEveryMs);
  }

  /** Before a newcomer is told who is here: nobody silent, though they are asked only now. */
  hideSilent(now: number): void {
    for (const [socket] of this.#silent(now)) {
      this.#ask(socket, now);
      this.#steps.takeLeave(socket);
    }
  }

  #check(now: number): void {
    this.#checkedAt = now;
    this.#anyPings = [...this.#signs()].some(([, { pings }]) => pings);
    for (const [socket, { at }] of this.#silent(now)) {
      const askedAt = this.#askedAt.get(socket) ?? 0;
      const waitedMs = now - askedAt;
      if (askedAt <= at) this.#ask(socket, now);
      else if (waitedMs >= closeAfterMs) this.#steps.close(socket);
      else if (waitedMs >= answerWithinMs) this.#steps.takeLeave(socket);
      else this.#arm(answerWithinMs - waitedMs);
    }
  }

  #silent(now: number): [Socket, SignOfLife][] {
    return [...this.#signs()].filter(
      ([, { at, pings }]) => now - at > (pings ? silentAfterMs : stockSilentAfterMs),
    );
  }

  #ask(socket: Socket, now: number): void {
    this.#askedAt.set(socket, now);
    this.#steps.ask(socket);
    this.#arm(answerWithinMs);
  }

  #arm(waitMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#check(Date.now());
    }, waitMs);
  }
}
