import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { ClockRange } from "./update-ranges.ts";

/** The ranges of one client id, in order and apart; a place for each. */
interface Ranges {
  starts: number[];
  ends: number[];
  places: number[];
  /** Where the last question was answered: the next one is mostly about what follows. */
  hint: number;
}

/**
 * For stretches of Yjs ids the place in the log that each belongs to. What has a place keeps it:
 * whoever deletes something again did not delete it.
 */
export class PlaceIndex {
  /** What was read and is not needed yet: to list stretches no place is asked for. */
  #unread: Uint8Array | null = null;
  readonly #ranges = new Map<number, Ranges>();

  /** The first clock of this client id that no range reaches. */
  endOf(client: number): number {
    return this.#byClient.get(client)?.ends.at(-1) ?? 0;
  }

  /** @returns the parts of the range that had no place yet */
  add({ client, clock, end }: ClockRange, place: number): ClockRange[] {
    const ranges = this.#byClient.get(client) ?? { starts: [], ends: [], places: [], hint: 0 };
    this.#byClient.set(client, ranges);
    const added: ClockRange[] = [];
    let at = firstEndingBehind(ranges, clock);
    for (let from = clock; from < end; at++) {
      const to = Math.min(end, ranges.starts[at] ?? Number.POSITIVE_INFINITY);
      if (from < to) {
        added.push({ client, clock: from, end: to });
        if (!extend(ranges, at - 1, from, to, place)) insert(ranges, at++, from, to, place);
      }
      from = ranges.ends[at] ?? end;
    }
    return added;
  }

  /** The place of one id; null where it has none. */
  at(client: number, clock: number): number | null {
    const ranges = this.#byClient.get(client);
    if (!ranges) return null;
    const at = firstEndingBehind(ranges, clock);
    const start = ranges.starts[at];
    return start !== undefined && start <= clock ? (ranges.places[at] ?? null) : null;
  }

  /** Visits a range in pieces of one place each; the place is `none` where there is none. */
  visit<None>(
    { client, clock, end }: ClockRange,
    none: None,
    visit: (clock: number, end: number, place: number | None) => void,
  ): void {
    const ranges = this.#byClient.get(client);
    if (!ranges) return visit(clock, end, none);
    const { starts, ends, places } = ranges;
    let at = firstEndingBehind(ranges, clock);
    for (let from = clock; from < end; ) {
      const start = starts[at] ?? Number.POSITIVE_INFINITY;
      const isIn = start <= from;
      const to = Math.min(end, isIn ? (ends[at] ?? end) : start);
      visit(from, to, isIn ? (places[at] ?? none) : none);
      if (isIn) at++;
      from = to;
    }
  }

  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((ranges) => this.#writeRanges(ranges)),
    );
  }

  static read(decoder: decoding.Decoder): PlaceIndex {
    const index = new PlaceIndex();
    index.#unread = decoding.readVarUint8Array(decoder);
    return index;
  }

  get #byClient(): Map<number, Ranges> {
    if (this.#unread) this.#readRanges(decoding.createDecoder(this.#unread));
    return this.#ranges;
  }

  #writeRanges(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#byClient.size);
    for (const [client, { starts, ends, places }] of this.#byClient) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, starts.length);
      let before = 0;
      for (const [at, start] of starts.entries()) {
        const end = ends[at] ?? start;
        encoding.writeVarUint(encoder, start - before);
        encoding.writeVarUint(encoder, end - start);
        encoding.writeVarUint(encoder, places[at] ?? 0);
        before = end;
      }
    }
  }

  #readRanges(decoder: decoding.Decoder): void {
    this.#unread = null;
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      const ranges: Ranges = { starts: [], ends: [], places: [], hint: 0 };
      let before = 0;
      for (let count = decoding.readVarUint(decoder); count > 0; count--) {
        const start = before + decoding.readVarUint(decoder);
        before = start + decoding.readVarUint(decoder);
        ranges.starts.push(start);
        ranges.ends.push(before);
        ranges.places.push(decoding.readVarUint(decoder));
      }
      this.#ranges.set(client, ranges);
    }
  }
}

/** The number of the first range that reaches beyond this clock. */
function firstEndingBehind(ranges: Ranges, clock: number): number {
  const { ends, hint } = ranges;
  for (let at = hint; at < hint + 2; at++) {
    const isBehind = (ends[at] ?? 0) > clock;
    if (isBehind && (at === 0 || (ends[at - 1] ?? 0) <= clock)) {
      ranges.hint = at;
      return at;
    }
  }
  const found = searched(ends, clock);
  ranges.hint = found;
  return found;
}

function searched(ends: readonly number[], clock: number): number {
  let low = 0;
  let high = ends.length;
  // Mostly the newest words are asked for.
  if (high > 0 && (ends[high - 1] ?? 0) <= clock) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function extend(ranges: Ranges, at: number, from: number, to: number, place: number): boolean {
  if (ranges.ends[at] !== from || ranges.places[at] !== place) return false;
  ranges.ends[at] = to;
  return true;
}

function insert(ranges: Ranges, at: number, from: number, to: number, place: number): void {
  ranges.starts.splice(at, 0, from);
  ranges.ends.splice(at, 0, to);
  ranges.places.splice(at, 0, place);
}
