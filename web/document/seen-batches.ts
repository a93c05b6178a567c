import * as Y from "yjs";
import { readBatch } from "../../party/seals/sealed-batch.ts";
import type { Durable } from "../../party/wire.ts";

/** The oldest go beyond this: a room that never commits must not fill the device. */
const maxKeptBytes = 2_000_000;
/** A frame of batches stays well below the room's limit. */
const maxFrameBytes = 128 * 1024;

interface KeptBatch {
  life: number;
  lastPlace: number;
  batch: Uint8Array;
}

/**
 * Others' changes as the room passed them on, under its seal, until it has called them durable.
 * After a crash they are handed back, so that words that somebody saw are not lost with it.
 */
export class SeenBatches {
  #kept: KeptBatch[] = [];
  #bytes = 0;
  #life = 0;
  /** Up to here everything of that life is durable. */
  #place = 0;
  /** Batches handed back on this socket that the room has not settled; null before any could be. */
  #unsettled: number | null = null;

  /** Everything that is kept, oldest first. */
  get all(): Uint8Array[] {
    return this.#kept.map(({ batch }) => batch);
  }

  /** The Yjs updates in them. */
  get updates(): Uint8Array[] {
    return this.all.flatMap((batch) => readBatch(batch).entries.map(({ update }) => update));
  }

  keep(batch: Uint8Array): void {
    const { life, lastPlace } = readBatch(batch);
    // A commit may overtake what is passed on at the next tick.
    if (life === this.#life && lastPlace <= this.#place) return;
    this.#kept.push({ life, lastPlace, batch });
    this.#bytes += batch.byteLength;
    while (this.#bytes > maxKeptBytes) this.#bytes -= this.#kept.shift()?.batch.byteLength ?? 0;
  }

  /** A new socket: what was handed back on the last one may not have arrived. */
  startAnew(): void {
    this.#unsettled = null;
  }

  hear({ life, place, returned }: Durable): void {
    this.#life = life;
    this.#place = place;
    this.#drop((kept) => kept.life === life && kept.lastPlace <= place);
    if (this.#unsettled === null) return;
    this.#unsettled -= returned;
    if (this.#unsettled <= 0) this.#drop((kept) => kept.life !== life);
  }

  /**
   * What another life of the room passed on and this one does not know goes back, in frames. What
   * it knows is kept until its next commit.
   * @param known the room's state vector, as y-protocols' step 1 carries it
   */
  handBack(known: Uint8Array, send: (batches: Uint8Array[]) => void): void {
    const clocks = Y.decodeStateVector(known);
    const lost = this.#kept
      .filter(({ life, batch }) => life !== this.#life && !isKnown(batch, clocks))
      .map(({ batch }) => batch);
    this.#unsettled = lost.length;
    for (const batches of framesOf(lost)) send(batches);
  }

  #drop(isDone: (kept: KeptBatch) => boolean): void {
    this.#kept = this.#kept.filter((kept) => !isDone(kept));
    this.#bytes = this.#kept.reduce((sum, { batch }) => sum + batch.byteLength, 0);
  }
}

/** Deletions leave no trace in a state vector: what holds some counts as unknown. */
function isKnown(batch: Uint8Array, clocks: ReadonlyMap<number, number>): boolean {
  return readBatch(batch).entries.every(({ update }) => {
    const { ds } = Y.decodeUpdate(update);
    const ends = [...Y.parseUpdateMeta(update).to];
    return ds.clients.size === 0 && ends.every(([id, end]) => (clocks.get(id) ?? 0) >= end);
  });
}

function framesOf(batches: readonly Uint8Array[]): Uint8Array[][] {
  const frames: Uint8Array[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const batch of batches) {
    if (bytes + batch.byteLength > maxFrameBytes) {
      frames.push([]);
      bytes = 0;
    }
    frames.at(-1)?.push(batch);
    bytes += batch.byteLength;
  }
  return frames;
}
