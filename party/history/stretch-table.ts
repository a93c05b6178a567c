import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { EntryTable } from "./entry-table.ts";
import type { EntryChange } from "./replay.ts";
import { TouchedPlaces } from "./touched-places.ts";

/** A longer pause ends a stretch. */
export const maxPauseMs = 5 * 60_000;

/** A stretch of work as it is kept: writer, containers and blocks are numbers. */
export interface KeptStretch {
  writer: number;
  from: number;
  to: number;
  fromAt: number;
  toAt: number;
  containers: number[];
  blocks: Set<number>;
  inserted: number;
  deleted: number;
  entries: number;
}

/** The log's entries as stretches of work: same writer, no long pause, same innermost container. */
export class StretchTable {
  readonly places: TouchedPlaces;
  /** In the order of their first entries. */
  readonly all: KeptStretch[] = [];
  readonly #open = new Map<number, KeptStretch>();
  #newestFirst: readonly KeptStretch[] | null = null;

  constructor(places = new TouchedPlaces()) {
    this.places = places;
  }

  add({ place, items, inserted, deleted }: EntryChange, entries: EntryTable): void {
    this.#newestFirst = null;
    const writer = entries.writerOf(place);
    const at = entries.timeOf(place);
    const containers = new Set<number>();
    const blocks = new Set<number>();
    for (const item of items) {
      const { container, block } = this.places.of(item);
      if (container !== null) containers.add(container);
      if (block !== null) blocks.add(block);
    }
    const stretch = this.#goOn(writer, at, [...containers]) ?? this.#begin(writer, at, place);
    if (stretch.entries === 0) stretch.containers.push(...containers);
    stretch.to = place;
    stretch.fromAt = Math.min(stretch.fromAt, at);
    stretch.toAt = Math.max(stretch.toAt, at);
    stretch.inserted += inserted;
    stretch.deleted += deleted;
    stretch.entries++;
    for (const block of blocks) stretch.blocks.add(block);
  }

  /** The one that ended last first. */
  newestFirst(): readonly KeptStretch[] {
    this.#newestFirst ??= [...this.all].sort((a, b) => b.to - a.to);
    return this.#newestFirst;
  }

  write(encoder: encoding.Encoder): void {
    this.places.write(encoder);
    encoding.writeVarUint(encoder, this.all.length);
    for (const stretch of this.all) {
      for (const value of numbersOf(stretch)) encoding.writeVarUint(encoder, value);
      for (const list of [stretch.containers, [...stretch.blocks]]) {
        encoding.writeVarUint(encoder, list.length);
        for (const value of list) encoding.writeVarUint(encoder, value);
      }
    }
  }

  static read(decoder: decoding.Decoder): StretchTable {
    const table = new StretchTable(TouchedPlaces.read(decoder));
    const number = () => decoding.readVarUint(decoder);
    const list = () => Array.from({ length: number() }, number);
    for (let left = number(); left > 0; left--) {
      const stretch: KeptStretch = {
        writer: number(),
        from: number(),
        to: number(),
        fromAt: number(),
        toAt: number(),
        inserted: number(),
        deleted: number(),
        entries: number(),
        containers: list(),
        blocks: new Set(list()),
      };
      table.all.push(stretch);
      table.#open.set(stretch.writer, stretch);
    }
    return table;
  }

  /** The writer's newest stretch, where this is more of the same. */
  #goOn(writer: number, at: number, containers: readonly number[]): KeptStretch | null {
    const open = this.#open.get(writer);
    if (!open || at - open.toAt >= maxPauseMs || open.fromAt - at >= maxPauseMs) return null;
    const isSame =
      containers.length === open.containers.length &&
      containers.every((container) => open.containers.includes(container));
    return isSame ? open : null;
  }

  #begin(writer: number, at: number, place: number): KeptStretch {
    const stretch: KeptStretch = {
      writer,
      from: place,
      to: place,
      fromAt: at,
      toAt: at,
      containers: [],
      blocks: new Set(),
      inserted: 0,
      deleted: 0,
      entries: 0,
    };
    this.all.push(stretch);
    this.#open.set(writer, stretch);
    return stretch;
  }
}

function numbersOf(stretch: KeptStretch): number[] {
  const { writer, from, to, fromAt, toAt, inserted, deleted, entries } = stretch;
  return [writer, from, to, fromAt, toAt, inserted, deleted, entries];
}
