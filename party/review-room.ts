import { DurableObject } from "cloudflare:workers";
import type { RedactionOccurrence, RedactionPiece } from "../domain/redaction.ts";
import { logBug } from "../worker/log-bug.ts";
import { DerivedState } from "./history/derived-state.ts";
import { isFirstScreen } from "./history/first-screen.ts";
import { HistorySource, type ReadingProgress } from "./history/history-source.ts";
import type {
  HistoryHead,
  StretchPage,
  StretchQuery,
  WrittenComparison,
} from "./history/history-view.ts";
import { valuesHolding } from "./history/linked-words.ts";
import { occurrencesAt, occurrencesOf } from "./history/occurrences.ts";
import { readingAt, restorableAt } from "./history/reading-at.ts";
import type { Replay } from "./history/replay.ts";
import { lastChange, listStretches } from "./history/stretch-list.ts";
import { writeComparison } from "./history/write-comparison.ts";

/** Longer nobody waits for a record without a word of how far it is. */
const maxOpeningMs = 700;

const noStretches: StretchPage = { stretches: [], next: null };

/**
 * One document's history, away from the room in which it is written: there replaying would stop the
 * hall from typing. Named by the document's id; it shows what is on disk in that room, and names
 * authors as the log does.
 */
export class ReviewRoom extends DurableObject<Cloudflare.Env> {
  readonly #source = new HistorySource({
    state: new DerivedState(this.ctx.storage),
    readLog: (after) => this.env.DOCUMENT_ROOM.getByName(this.#documentId()).logPages(after),
  });

  /** Null for a document that nobody ever entered, as with the other questions. */
  async head(): Promise<HistoryHead | null> {
    return (await this.#source.firstScreen())?.head ?? null;
  }

  /** Where the document changed last; 0 where it never did. */
  async lastChange(): Promise<number> {
    const replay = await this.#source.replay();
    return replay ? lastChange(replay) : 0;
  }

  /**
   * As `head`, but whoever asks is not kept waiting by a long record that is read for the first time:
   * then they are told how far it is, and ask again.
   */
  async opening(): Promise<{ head: HistoryHead | null; progress: ReadingProgress | null }> {
    const head = this.head();
    const isThere = await Promise.race([head.then(() => true), sleep(maxOpeningMs)]);
    const { progress } = this.#source;
    if (isThere || progress === null) return { head: await head, progress: null };
    // Whoever asks next is told what went wrong.
    head.catch(logBug);
    return { head: null, progress };
  }

  async stretches(query: StretchQuery): Promise<StretchPage> {
    if (isFirstScreen(query)) return (await this.#source.firstScreen())?.stretches ?? noStretches;
    const replay = await this.#source.replay();
    return replay ? listStretches(replay, query) : noStretches;
  }

  /**
   * Two places laid over each other, or one place alone where both are the same.
   * @returns null where these are no places of the record, or not in their order
   */
  async compare(from: number, to: number): Promise<WrittenComparison | null> {
    const replay = await this.#source.replay();
    const isInOrder = from <= to && isPlace(replay, from) && isPlace(replay, to);
    return replay && isInOrder ? writeComparison(replay, from, to) : null;
  }

  /** JSON of a `ReadingNode`, the document as it was after an entry; null for a place outside. */
  async readingAt(place: number): Promise<string | null> {
    const replay = await this.#source.replay();
    return replay && isPlace(replay, place) ? JSON.stringify(readingAt(replay, place)) : null;
  }

  /** For `DocumentRoom.restore`; null for a place outside of the record. */
  async restorableAt(place: number): Promise<string | null> {
    const replay = await this.#source.replay();
    if (!replay || !isPlace(replay, place)) return null;
    return JSON.stringify({ ...restorableAt(replay, place), epoch: this.#source.epoch });
  }

  /**
   * Where these words stand or once stood, typed at once or letter by letter, whatever their capital
   * letters; at most 500. For `DocumentRoom.redact`.
   * @returns null for a document that nobody ever entered
   */
  async occurrencesOf(words: string): Promise<RedactionOccurrence[] | null> {
    const replay = await this.#source.replay();
    return replay && occurrencesOf(replay, words);
  }

  /** What stands or once stood in places that were chosen from those; null as there. */
  async occurrencesAt(places: RedactionPiece[][]): Promise<RedactionOccurrence[] | null> {
    const replay = await this.#source.replay();
    return replay && occurrencesAt(replay, places);
  }

  /** In how many links in the text these words stand or once stood, and in other values of it. */
  async valuesHolding(words: string): Promise<number> {
    const replay = await this.#source.replay();
    return replay === null ? 0 : valuesHolding(replay, words);
  }

  /** Drops all that is kept here, from the file too; it is made again from the log. */
  async forget(): Promise<void> {
    await this.#source.forget();
  }

  /**
   * The newest place that is not later than each of these times.
   * @param times ms since 1970
   * @returns 0 for what is before the first word; empty where there is no record
   */
  async placesAt(times: readonly number[]): Promise<number[]> {
    const replay = await this.#source.replay();
    return replay ? times.map((at) => replay.entries.placeAt(at)) : [];
  }

  #documentId(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error("a review room is named by its document");
    return name;
  }
}

function isPlace(replay: Replay | null, place: number): boolean {
  return replay !== null && Number.isInteger(place) && place >= 0 && place <= replay.last;
}

function sleep(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
