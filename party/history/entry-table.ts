import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Author, Cause, LogEntry } from "../log/page-codec.ts";
import type { EditCause } from "./history-view.ts";
import { NumberColumn } from "./number-column.ts";

/** Who writes, and why: entries that share both have the same number. */
interface Writer {
  author: Author;
  cause: EditCause | null;
}

/** Of each entry of the log who made it, why and when. */
export class EntryTable {
  readonly #writers: Writer[] = [];
  readonly #numbers = new Map<string, number>();
  /** Of the entry with place `p` at `p - 1`. */
  #writerOf = new NumberColumn();
  #times = new NumberColumn();

  /** The newest place; 0 while there is none. */
  get last(): number {
    return this.#times.length;
  }

  /** @returns its place */
  add({ author, cause, at }: LogEntry): number {
    this.#writerOf.push(this.#numberOf({ author, cause: kindOf(cause) }));
    return this.#times.push(at);
  }

  /** Ms since 1970, by the room's clock. */
  timeOf(place: number): number {
    return this.#times.at(place - 1) ?? 0;
  }

  /** The number of an entry's writer. */
  writerOf(place: number): number {
    const number = this.#writerOf.at(place - 1);
    if (number === undefined) throw new Error(`no entry ${place}`);
    return number;
  }

  writer(number: number): Writer {
    const writer = this.#writers[number];
    if (!writer) throw new Error(`no writer ${number}`);
    return writer;
  }

  /** Each once, whatever the cause. */
  authors(): Author[] {
    const byKey = new Map(
      this.#writers.map(({ author }) => [`${author.personId}:${author.villageId}`, author]),
    );
    return [...byKey.values()];
  }

  /** The newest place that is not later than this, in ms since 1970; 0 before the first. */
  placeAt(at: number): number {
    return this.#times.lastUpTo(at) + 1;
  }

  write(encoder: encoding.Encoder): void {
    encoding.writeVarString(encoder, JSON.stringify(this.#writers));
    this.#writerOf.write(encoder);
    this.#times.write(encoder);
  }

  static read(decoder: decoding.Decoder): EntryTable {
    const table = new EntryTable();
    const writers: Writer[] = JSON.parse(decoding.readVarString(decoder));
    for (const writer of writers) table.#numberOf(writer);
    table.#writerOf = NumberColumn.read(decoder);
    table.#times = NumberColumn.read(decoder);
    return table;
  }

  #numberOf(writer: Writer): number {
    const { author, cause } = writer;
    // No id holds a line's end.
    const key = `${author.personId}\n${author.villageId ?? ""}\n${cause ?? ""}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#writers.push(writer) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** What kind of cause it is, without the id of a thread or the place that it may name. */
function kindOf(cause: Cause | undefined): EditCause | null {
  return cause === undefined ? null : (cause.split(":")[0] as EditCause);
}
