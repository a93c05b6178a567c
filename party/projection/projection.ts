import type * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { OneAtATime } from "../one-at-a-time.ts";
import { within } from "../rights/within.ts";
import type { Promises } from "./project-register.ts";
import { touchesCitations } from "./read-citations.ts";
import { readPromises, touchesPromises } from "./read-promises.ts";

const calmAfterMs = 2000;
/** While people write on and on, the register follows this often. */
const longestWaitMs = 10_000;
const retryAfterMs = 2000;
const answerWithinMs = 10_000;

interface Room {
  doc: Y.Doc;
  /** Writes what is open; the place up to which all is durable then, null where it is not. */
  commit: () => number | null;
  write: (place: number, promises: Promises) => Promise<void>;
  onFailure: (error: unknown) => void;
}

/**
 * Keeps the register's rows at what the document promises: a moment after the last change of it,
 * only what is durable, and again with the traffic where the database failed.
 */
export class Projection {
  readonly #room: Room;
  readonly #turns = new OneAtATime(() => this.#write());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;
  #isStopped = false;
  #changedAt = 0;
  #waitsSince = 0;
  #triedAt = 0;
  /** Until the document was read, it may. */
  #citesSomething = true;

  constructor(room: Room) {
    this.#room = room;
    room.doc.on("afterTransaction", (transaction) => {
      const isTouched =
        touchesPromises(transaction) || touchesCitations(transaction, this.#citesSomething);
      if (isTouched) this.#onChange(Date.now());
    });
  }

  /** Now. @throws when the register could not be brought there; it is tried again with the traffic */
  project(): Promise<void> {
    this.#isDue = true;
    return this.#turns.run();
  }

  /** Call it with everything that comes from anybody. */
  onTraffic(now: number): void {
    const isWaiting = this.#timer !== undefined || now - this.#triedAt < retryAfterMs;
    if (this.#isDue && !isWaiting) this.#projectQuietly();
  }

  /** The document was given up: what it holds may be half of something. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #onChange(now: number): void {
    this.#isDue = true;
    this.#changedAt = now;
    if (this.#timer !== undefined) return;
    this.#waitsSince = now;
    this.#wait(calmAfterMs);
  }

  #wait(ms: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.#onTimer(Date.now()), ms);
  }

  #onTimer(now: number): void {
    this.#timer = undefined;
    const until = Math.min(this.#changedAt + calmAfterMs, this.#waitsSince + longestWaitMs);
    if (now < until) this.#wait(until - now);
    else this.#projectQuietly();
  }

  #projectQuietly(): void {
    this.project().catch((error) => this.#room.onFailure(error));
  }

  async #write(): Promise<void> {
    if (this.#isStopped) return;
    this.#triedAt = Date.now();
    const place = this.#room.commit();
    if (place === null) throw new Error("what is promised is not durable yet");
    this.#isDue = false;
    const promises = readPromises(this.#room.doc.getXmlFragment(fragmentName));
    this.#citesSomething = promises.citations.length > 0;
    try {
      await within(answerWithinMs, this.#room.write(place, promises));
    } catch (error) {
      this.#isDue = true;
      throw error;
    }
  }
}
