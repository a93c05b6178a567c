import type { Connection } from "partyserver";
import { logBug } from "../worker/log-bug.ts";
import { type Audience, nothingOwed, type Owed } from "./audience.ts";
import { CommitClock } from "./commit-clock.ts";
import type { DocumentLog } from "./log/document-log.ts";

interface Options {
  audience: Audience;
  /** The shortest time between two commits while people write. */
  windowMs: number;
  /** How many rows the room may write in a day. */
  rowsPerDay: number;
  /** Called after each commit. */
  onCommitted: () => void;
  /** Called when the storage takes changes again, after it had failed. */
  onRecovered: () => void;
}

const firstRetryMs = 1000;
const maxRetryMs = 30_000;

/**
 * Makes the log's open page durable, and tells each browser what is on disk now (R1). While the
 * storage fails nothing is called saved, everybody is told, and the same page is tried again.
 */
export class Committer {
  readonly #options: Options;
  readonly #clock: CommitClock;
  readonly #owed = new Map<Connection, Owed>();
  #log: DocumentLog | null = null;
  #life = 0;
  #retryMs = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#clock = new CommitClock(options, () => this.commit());
  }

  /** @param rowsToday what the room wrote since the day of the free rows began */
  begin(log: DocumentLog, life: number, rowsToday: number): void {
    this.#log = log;
    this.#life = life;
    this.#clock.resume(Date.now(), rowsToday);
    if (log.hasOpenPage) this.soon();
  }

  /** @param rowsToday also what was written beside commits */
  countRows(rowsToday: number): void {
    this.#clock.resume(Date.now(), rowsToday);
  }

  /** The log is given up: what is whole of it is written if that works. */
  end(): void {
    this.commit();
    this.#log = null;
    this.#recover();
  }

  /** False while the storage fails: nothing is taken in then. */
  get works(): boolean {
    return this.#retryMs === 0;
  }

  /** A commit in a later event than this one. */
  soon(): void {
    if (!this.works) return;
    if (this.#log?.isPageFull) this.commit();
    else this.#clock.soon(Date.now());
  }

  /** This socket is told with the next commit that one more of its frames is on disk. */
  owe(socket: Connection, what: keyof Owed): void {
    const owed = this.#owed.get(socket);
    if (owed) owed[what]++;
    else this.#owed.set(socket, { ...nothingOwed, [what]: 1 });
    this.soon();
  }

  forget(socket: Connection): void {
    this.#owed.delete(socket);
  }

  /** The first word on a new socket: which life of the room this is. */
  greet(socket: Connection): void {
    this.#options.audience.tellDurable(this.#notice(Date.now()), new Map(), [socket]);
  }

  /** Writes now. What is sent from here on leaves when the write is on disk. */
  commit(): void {
    const log = this.#log;
    if (!log) return;
    const at = Date.now();
    try {
      log.commit(at);
    } catch (error) {
      return this.#fail(error);
    }
    this.#clock.done(at, log.rowsOfLastCommit);
    if (!this.works) return this.#recover();
    const owed = new Map(this.#owed);
    this.#owed.clear();
    this.#options.audience.tellDurable(this.#notice(at), owed);
    this.#options.onCommitted();
  }

  #notice(at: number) {
    return { life: this.#life, place: this.#log?.committedPlace ?? 0, at };
  }

  #fail(error: unknown): void {
    logBug(error);
    if (this.works) this.#options.audience.tellStorage(false);
    this.#retryMs = Math.min(maxRetryMs, Math.max(firstRetryMs, this.#retryMs * 2));
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.commit(), this.#retryMs);
  }

  #recover(): void {
    clearTimeout(this.#retry);
    this.#retryMs = 0;
    this.#owed.clear();
    this.#options.audience.tellStorage(true);
    this.#options.onRecovered();
  }
}
