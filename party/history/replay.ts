import type * as decoding from "lib0/decoding";
import type * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import type { LogEntry } from "../log/page-codec.ts";
import { EntryTable } from "./entry-table.ts";
import { childItems, itemsIn, rangeOf, typeOf } from "./kept-items.ts";
import { PlaceIndex } from "./place-index.ts";
import { StretchTable } from "./stretch-table.ts";
import { type ClockRange, rangesOf } from "./update-ranges.ts";

/** Entries applied in one transaction: Yjs joins neighbouring letters only at its end. */
const batchEntries = 1000;

/** When a piece of text, a node or a mark was there: from place `insertedAt` to before `deletedAt`. */
export interface Life {
  insertedAt: number;
  /** Infinite for what was never deleted. */
  deletedAt: number;
}

type VisitLife = (clock: number, end: number, insertedAt: number, deletedAt: number) => void;

/** What one entry did, as far as the kept document has it. */
export interface EntryChange {
  place: number;
  /** Items that it brought and items that it was the first to delete. */
  items: Iterable<Y.Item>;
  inserted: number;
  deleted: number;
}

/**
 * A document's whole log in one document that keeps what was deleted, with the place at which each
 * id came and went. What any two places have, and who made it so, is one walk over it.
 */
export class Replay {
  readonly doc = new Y.Doc({ gc: false });
  readonly entries: EntryTable;
  readonly stretches: StretchTable;
  readonly #insertions: PlaceIndex;
  readonly #deletions: PlaceIndex;

  private constructor(
    entries: EntryTable,
    insertions: PlaceIndex,
    deletions: PlaceIndex,
    stretches: StretchTable,
  ) {
    this.entries = entries;
    this.#insertions = insertions;
    this.#deletions = deletions;
    this.stretches = stretches;
    withoutFormattingCleanup(this.doc);
  }

  static empty(): Replay {
    return new Replay(new EntryTable(), new PlaceIndex(), new PlaceIndex(), new StretchTable());
  }

  /** The newest place; 0 while there is none. */
  get last(): number {
    return this.entries.last;
  }

  /** Adds the entries that follow the newest place. @throws where one cannot be read */
  append(entries: readonly LogEntry[]): void {
    for (let from = 0; from < entries.length; from += batchEntries) {
      this.#appendBatch(entries.slice(from, from + batchEntries));
    }
  }

  /** When one id was there; an item of several ids may have several lives, see `visitLives`. */
  life(client: number, clock: number): Life {
    return {
      insertedAt: this.#insertions.at(client, clock) ?? 0,
      deletedAt: this.#deletions.at(client, clock) ?? Number.POSITIVE_INFINITY,
    };
  }

  /** Visits a range of ids in pieces of one life each. */
  visitLives(range: ClockRange, visit: VisitLife): void {
    const { client } = range;
    this.#insertions.visit(range, 0, (from, to, insertedAt) => {
      const piece = { client, clock: from, end: to };
      this.#deletions.visit(piece, Number.POSITIVE_INFINITY, (clock, end, deletedAt) =>
        visit(clock, end, insertedAt, deletedAt),
      );
    });
  }

  /** Everything but the document itself, which `Y.encodeStateAsUpdate` writes. */
  write(encoder: encoding.Encoder): void {
    this.entries.write(encoder);
    this.#insertions.write(encoder);
    this.#deletions.write(encoder);
    this.stretches.write(encoder);
  }

  static read(decoder: decoding.Decoder, state: Uint8Array): Replay {
    const replay = new Replay(
      EntryTable.read(decoder),
      PlaceIndex.read(decoder),
      PlaceIndex.read(decoder),
      StretchTable.read(decoder),
    );
    Y.applyUpdate(replay.doc, state);
    replay.stretches.places.resolve(replay.doc);
    return replay;
  }

  #appendBatch(entries: readonly LogEntry[]): void {
    this.doc.transact(() => {
      for (const { update } of entries) Y.applyUpdate(this.doc, update);
    });
    for (const entry of entries) {
      const place = this.entries.add(entry);
      this.stretches.add(this.#changeOf(entry, place), this.entries);
    }
  }

  #changeOf({ update }: LogEntry, place: number): EntryChange {
    const { inserted, deleted, letters } = rangesOf(update);
    const items: Y.Item[] = [];
    for (const range of inserted) {
      this.#insertions.add(range, place);
      // One item, or the first of those into which it was cut since: all of them stand together.
      for (const item of itemsIn(this.doc, { ...range, end: range.clock + 1 })) items.push(item);
    }
    let lettersGone = 0;
    for (const range of deleted) {
      for (const gone of this.#deletions.add(range, place)) {
        for (const item of itemsIn(this.doc, gone)) {
          items.push(item);
          lettersGone += lettersIn(item, gone);
          const type = typeOf(item);
          if (type) lettersGone += this.#deleteWithin(type, place, items);
        }
      }
    }
    return { place, items, inserted: letters, deleted: lettersGone };
  }

  /**
   * What stood in a deleted block went with it, also what its deleter had not seen yet.
   * @returns how many letters that were
   */
  #deleteWithin(type: Y.XmlElement | Y.XmlText, place: number, items: Y.Item[]): number {
    let letters = 0;
    for (const item of childItems(type)) {
      const { client } = item.id;
      const pieces: ClockRange[] = [];
      this.visitLives(rangeOf(item), (clock, end, insertedAt, deletedAt) => {
        const wasThere = insertedAt > 0 && insertedAt <= place && deletedAt > place;
        if (wasThere) pieces.push({ client, clock, end });
      });
      for (const gone of pieces) {
        this.#deletions.add(gone, place);
        letters += lettersIn(item, gone);
        items.push(item);
      }
      const inner = typeOf(item);
      if (inner) letters += this.#deleteWithin(inner, place, items);
    }
    return letters;
  }
}

function lettersIn(item: Y.Item, { clock, end }: ClockRange): number {
  if (!(item.content instanceof Y.ContentString)) return 0;
  return Math.max(0, Math.min(end, item.id.clock + item.length) - Math.max(clock, item.id.clock));
}
