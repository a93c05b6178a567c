import { logBug } from "../../worker/log-bug.ts";
import { decodePage } from "../log/page-codec.ts";
import { OneAtATime } from "../one-at-a-time.ts";
import { breathe } from "./breathe.ts";
import type { Derived, DerivedState } from "./derived-state.ts";
import { type FirstScreen, firstScreenOf } from "./first-screen.ts";
import type { LogPortion } from "./log-portion.ts";
import { Replay } from "./replay.ts";

interface Options {
  state: DerivedState;
  /** What the document's room has after this place; null where nobody ever entered it. */
  readLog: (after: number) => Promise<LogPortion | null>;
}

/** Replayed at once, in some milliseconds; then everybody else on the thread has a turn. */
const entriesAtOnce = 250;

/** How far a record was read so far: places of the log. */
export interface ReadingProgress {
  place: number;
  last: number;
}

/** So many new entries are replayed faster than the whole is written anew. */
const keptAfterEntries = 4000;

/** A document's replay, brought up to the log of its room whenever it is asked for. */
export class HistorySource {
  readonly #options: Options;
  readonly #turns = new OneAtATime(() => this.#catchUp());
  #current: Derived | null = null;
  #keptPlace = 0;
  /** Rises when all is dropped: who read before that begins anew. */
  #dropped = 0;
  /** The newest place of the first screen that is on disk. */
  #screenPlace = 0;
  /** Null while nothing is read. */
  progress: ReadingProgress | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Null for a document without a first word. @throws when the log cannot be read */
  async replay(): Promise<Replay | null> {
    await this.#turns.run();
    return this.#current?.replay ?? null;
  }

  /** The epoch of the log that the replay is of; 0 where there is none. */
  get epoch(): number {
    return this.#current?.epoch ?? 0;
  }

  /** Drops all that is known and kept of the log. */
  async forget(): Promise<void> {
    this.#dropped++;
    this.#current = null;
    this.#keptPlace = 0;
    this.#screenPlace = 0;
    await this.#options.state.forget();
  }

  /**
   * What a review shows first. While the log has not grown since the last time nothing is replayed.
   * @returns null for a document without a first word
   * @throws when the log cannot be read
   */
  async firstScreen(): Promise<FirstScreen | null> {
    const kept = this.#current ? null : await this.#keptScreen();
    if (kept) return kept;
    const replay = await this.replay();
    const epoch = this.#current?.epoch;
    if (!replay || epoch === undefined) return null;
    const screen = firstScreenOf(replay);
    if (replay.last > this.#screenPlace) {
      this.#options.state.writeScreen(epoch, screen);
      this.#screenPlace = replay.last;
    }
    return screen;
  }

  async #keptScreen(): Promise<FirstScreen | null> {
    const kept = this.#options.state.readScreen();
    if (!kept) return null;
    const { last } = kept.screen.head;
    const portion = await this.#options.readLog(last);
    const isNewest = portion?.epoch === kept.epoch && portion.last === last;
    return isNewest ? kept.screen : null;
  }

  async #catchUp(): Promise<void> {
    try {
      await this.#readOn();
    } catch (error) {
      // A replay that stopped in the middle of an entry is worth nothing.
      this.#current = null;
      throw error;
    } finally {
      this.progress = null;
    }
  }

  /** Whoever asked before reads on in what there is: between two entries it is whole. */
  async #readOn(): Promise<void> {
    let current = this.#current ?? this.#readKept();
    for (let isBehind = true; isBehind; ) {
      const dropped = this.#dropped;
      const portion = await this.#options.readLog(current?.replay.last ?? 0);
      if (dropped !== this.#dropped) {
        current = null;
        continue;
      }
      if (!portion) return current ? this.forget() : undefined;
      if (current && isOfAnother(portion, current)) {
        await this.forget();
        current = null;
        continue;
      }
      current ??= { epoch: portion.epoch, replay: Replay.empty() };
      await this.#append(current.replay, portion);
      if (dropped !== this.#dropped) {
        current = null;
        continue;
      }
      isBehind = current.replay.last < portion.last;
    }
    if (!current) return;
    this.#keep(current);
    this.#current = current;
  }

  async #append(replay: Replay, { last, pages }: LogPortion): Promise<void> {
    if (pages.length === 0 && replay.last < last) throw new Error("the log has a gap");
    for (const { first, entries } of pages) {
      const known = replay.last + 1 - first;
      if (known < 0) throw new Error("the log has a gap");
      const missing = decodePage(entries).slice(known);
      for (let from = 0; from < missing.length; from += entriesAtOnce) {
        replay.append(missing.slice(from, from + entriesAtOnce));
        this.progress = { place: replay.last, last };
        if (replay.last < last) await breathe();
      }
    }
  }

  #readKept(): Derived | null {
    try {
      const kept = this.#options.state.read();
      this.#keptPlace = kept?.replay.last ?? 0;
      return kept;
    } catch (error) {
      // It is made again from the log.
      logBug(error);
      return null;
    }
  }

  #keep(current: Derived): void {
    if (current.replay.last - this.#keptPlace < keptAfterEntries) return;
    this.#options.state.write(current);
    this.#keptPlace = current.replay.last;
  }
}

/** The log was redacted, or the room was filled from elsewhere. */
function isOfAnother({ epoch, last }: LogPortion, current: Derived): boolean {
  return epoch !== current.epoch || last < current.replay.last;
}
