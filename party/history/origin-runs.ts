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

/** Whether two are of one writer without a long pause in between; null only joins null. */
export function mayJoin(a: OriginRun | null, b: OriginRun | null): boolean {
  if (a === null || b === null) return a === b;
  const isNear = a.fromAt - b.toAt < maxPauseMs && b.fromAt - a.toAt < maxPauseMs;
  return a.writer === b.writer && isNear;
}

export function joined(a: OriginRun, b: OriginRun): OriginRun {
  return {
    writer: a.writer,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    fromAt: Math.min(a.fromAt, b.fromAt),
    toAt: Math.max(a.toAt, b.toAt),
  };
}
