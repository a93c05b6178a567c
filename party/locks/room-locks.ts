import { logBug } from "../../worker/log-bug.ts";
import { type Shown, shownTo } from "../masks/shown-person.ts";
import { OneAtATime } from "../one-at-a-time.ts";
import { within } from "../rights/within.ts";
import * as wire from "../wire.ts";
import type { Lock, LockStore } from "./lock-store.ts";
import { type LockView, wholeDocument } from "./lock-view.ts";

/** Browsers stop at once when they are told; what they had sent by then is still taken. */
const graceMs = 2000;
const answerWithinMs = 10_000;

interface FoundLock {
  containerId: string;
  at: number;
  by: Shown;
}

interface Room<Socket> {
  store: LockStore;
  /** The locks as they stand in the database. */
  find: () => Promise<readonly FoundLock[]>;
  /** The browsers that are told of locks. */
  sockets: () => readonly Socket[];
  unmasks: (socket: Socket) => boolean;
  send: (socket: Socket, frame: Uint8Array) => void;
}

/** What nobody writes in while it is discussed: as the database has it, enforced by the room. */
export class RoomLocks<Socket> {
  readonly #room: Room<Socket>;
  readonly #turns = new OneAtATime(() => this.#read());
  #locks: readonly Lock[];
  /** Who set them, by container: not kept, and unknown until the database was asked. */
  #by: ReadonlyMap<string, Shown> = new Map();
  /** What those who are in were told in this life of the room. */
  #told: string | null = null;

  constructor(room: Room<Socket>) {
    this.#room = room;
    this.#locks = room.store.read();
  }

  /** Whether a change in this container, itself or as `wholeDocument`, is refused now. */
  isLocked(containerId: string, now = Date.now()): boolean {
    return this.#locks.some((lock) => lock.containerId === containerId && now >= lock.enforcedAt);
  }

  /**
   * Whether somebody asked that nobody writes there, without the grace of what is under way.
   * @param path the ids of the containers around a place
   */
  closes(path: readonly string[]): boolean {
    return this.#locks.some(
      ({ containerId }) => containerId === wholeDocument || path.includes(containerId),
    );
  }

  /** They changed, or may have. @throws when that could not be read: then they stay as they were */
  refresh(): Promise<void> {
    return this.#turns.run();
  }

  refreshQuietly(): void {
    this.refresh().catch(logBug);
  }

  /** To somebody who comes, also when nothing is locked: they may have known of more. */
  showTo(socket: Socket): void {
    this.#told ??= this.#signature();
    this.#room.send(socket, this.#frameFor(this.#room.unmasks(socket)));
  }

  async #read(): Promise<void> {
    const found = await within(answerWithinMs, this.#room.find());
    const now = Date.now();
    const next = found.map(({ containerId, at }): Lock => {
      const known = this.#locks.find((lock) => lock.containerId === containerId && lock.at === at);
      return known ?? { containerId, at, enforcedAt: now + graceMs };
    });
    const hasChanged = JSON.stringify(next) !== JSON.stringify(this.#locks);
    // First, so that a room that cannot keep them is asked again.
    if (hasChanged) this.#room.store.write(next);
    this.#locks = next;
    this.#by = new Map(found.map(({ containerId, by }) => [containerId, by]));
    const isNews = this.#told !== null && this.#told !== this.#signature();
    if (hasChanged || isNews) this.#showToAll();
  }

  #showToAll(): void {
    this.#told = this.#signature();
    const frames = new Map<boolean, Uint8Array>();
    for (const socket of this.#room.sockets()) {
      const unmasks = this.#room.unmasks(socket);
      const frame = frames.get(unmasks) ?? this.#frameFor(unmasks);
      frames.set(unmasks, frame);
      this.#room.send(socket, frame);
    }
  }

  #frameFor(unmasks: boolean): Uint8Array {
    const locks = this.#locks.map(({ containerId, at }): LockView => {
      const by = this.#by.get(containerId);
      return { containerId, at, by: by ? shownTo({ unmasks }, by) : null };
    });
    return wire.encodeLocks(locks);
  }

  #signature(): string {
    return JSON.stringify([this.#locks, [...this.#by]]);
  }
}
