import type { EntryTable } from "./entry-table.ts";
import type { Origin } from "./history-view.ts";
import { maxPauseMs } from "./stretch-table.ts";

/** Entries of one writer that belong together. */
export interface OriginRun {
  writer: number;
  from: number;
  to: number;
  fromAt: number;
  toAt: number;
}

/** The origins of a comparison: what refers to the same entries has the same number. */
export class OriginRuns {
  readonly #entries: EntryTable;
  readonly #numbers = new Map<string, number>();
  readonly list: Origin[] = [];

  constructor(entries: EntryTable) {
    this.#entries = entries;
  }

  of(place: number): OriginRun {
    const at = this.#entries.timeOf(place);
    const writer = this.#entries.writerOf(place);
    return { writer, from: place, to: place, fromAt: at, toAt: at };
  }

  /** Whether an entry is more of the same, without a long pause; no entry is more of no run. */
  continues(run: OriginRun | null, place: number | null): boolean {
    if (run === null || place === null) return run === null && place === null;
    if (run.to === place) return true;
    const at = this.#entries.timeOf(place);
    const isNear = run.fromAt - at < maxPauseMs && at - run.toAt < maxPauseMs;
    return isNear && this.#entries.writerOf(place) === run.writer;
  }

  /** Adds an entry to a run that it continues. */
  extend(run: OriginRun, place: number): void {
    const at = this.#entries.timeOf(place);
    if (place < run.from) run.from = place;
    if (place > run.to) run.to = place;
    if (at < run.fromAt) run.fromAt = at;
    if (at > run.toAt) run.toAt = at;
  }

  numberOf(run: OriginRun): number {
    const key = `${run.writer}:${run.from}:${run.to}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const { writer, ...places } = run;
    const number = this.list.push({ ...this.#entries.writer(writer), ...places }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
