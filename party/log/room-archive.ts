import { schemaVersion } from "../../domain/document/schema.ts";
import * as codec from "./archive-codec.ts";
import {
  type ArchiveFault,
  ArchiveRefused,
  type Frame,
  readFrames,
  streamOf,
  writeFrames,
} from "./archive-frames.ts";
import type { ClientBinding, LogStore, Page } from "./log-store.ts";
import { decodePage, emptyPage, encodeStretch } from "./page-codec.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";

export type ImportResult = "imported" | "notEmpty" | ArchiveFault;

/** A room's way out and in: the ground for backups and moves. */
export class RoomArchive {
  readonly #storage: DurableObjectStorage;
  /** Meanwhile nobody may open the room: half of a log is none. */
  isImporting = false;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** @returns null for a room that nobody has entered */
  export(): ReadableStream<Uint8Array> | null {
    if (!SqliteLogStore.isIn(this.#storage)) return null;
    return streamOf(exportArchive(new SqliteLogStore(this.#storage)));
  }

  /** @throws as `importArchive` does */
  async import(archive: ReadableStream<Uint8Array>): Promise<ImportResult> {
    if (this.isImporting) return "notEmpty";
    this.isImporting = true;
    try {
      return await importArchive(archive, new SqliteLogStore(this.#storage));
    } finally {
      this.isImporting = false;
    }
  }
}

/**
 * All that is durable in a room, as one archive: every entry with author and time, the checkpoint,
 * bindings, issued ids, epoch and schema version. Importing it and exporting again gives the same
 * bytes. People may go on writing: the archive holds the log up to the place where it stood when
 * the first chunk was taken.
 */
function exportArchive(store: LogStore): Generator<Uint8Array> {
  return writeFrames(framesOf(store));
}

/**
 * Fills an empty room from an archive, whole or not at all; page by page, so that memory is bounded.
 * @throws what the source of the chunks or the storage throws; the room is empty then, too
 */
export async function importArchive(
  chunks: AsyncIterable<Uint8Array>,
  store: LogStore,
): Promise<ImportResult> {
  if (store.lastPage()) return "notEmpty";
  store.beginImport();
  try {
    await new Import(store).run(readFrames(chunks));
    return "imported";
  } catch (error) {
    store.clear();
    if (error instanceof ArchiveRefused) return error.fault;
    throw error;
  }
}

/** What an archive is made of, as the store has it when the first one is taken. */
export function* framesOf(store: LogStore): Generator<Frame> {
  // All of this in one go, as it may grow between two chunks; older pages stay as they are.
  const newest = store.lastPage();
  const checkpoint = store.newestCheckpoint();
  const head = codec.encodeHead({
    schemaVersion: store.schemaVersion(),
    epoch: store.seal().epoch,
    lastIssuedId: store.lastIssuedId(),
    repackFrom: store.repackFrom(),
    redactions: store.redactions(),
    place: newest?.last ?? 0,
  });
  const bindings = codec.encodeBindings(store.bindings());
  yield { kind: "head", payload: head };
  yield { kind: "bindings", payload: bindings };
  if (checkpoint) yield { kind: "checkpoint", payload: codec.encodeCheckpoint(checkpoint) };
  if (!newest) return;
  for (let place = 1; place < newest.first; ) {
    const page = store.pageFrom(place);
    if (!page || page.first > place) throw new Error("the log has a gap");
    const part = partOf(page, place, newest.first - 1);
    yield { kind: "page", payload: codec.encodePageRow(part) };
    place = part.last + 1;
  }
  yield { kind: "page", payload: codec.encodePageRow(newest) };
}

/** Of a page that was repacked between two chunks what is still to come. */
function partOf(page: Page, from: number, to: number): Page {
  const [first, last] = [Math.max(page.first, from), Math.min(page.last, to)];
  if (first === page.first && last === page.last) return page;
  const entries = decodePage(page.entries).slice(first - page.first, last + 1 - page.first);
  return { first, last, at: page.at, entries: encodeStretch(entries, emptyPage).bytes };
}

/** Frames come in the order in which `framesOf` gives them. */
class Import {
  readonly #store: LogStore;
  #head: codec.ArchiveHead | null = null;
  /** Written with the first page. */
  #bindings: ClientBinding[] | null = null;
  #place = 0;

  constructor(store: LogStore) {
    this.#store = store;
  }

  async run(frames: AsyncIterable<Frame>): Promise<void> {
    for await (const frame of frames) this.#take(frame);
    if (!this.#head || this.#place !== this.#head.place) throw new ArchiveRefused("damaged");
    this.#store.finishImport(this.#head);
  }

  #take({ kind, payload }: Frame): void {
    switch (kind) {
      case "head":
        this.#head = decoded(codec.decodeHead, payload);
        if ((this.#head.schemaVersion ?? 0) > schemaVersion) throw new ArchiveRefused("tooNew");
        return;
      case "bindings":
        this.#bindings = decoded(codec.decodeBindings, payload);
        return;
      case "checkpoint": {
        const checkpoint = decoded(codec.decodeCheckpoint, payload);
        if (checkpoint.place > (this.#head?.place ?? 0)) throw new ArchiveRefused("damaged");
        this.#store.putCheckpoint(checkpoint);
        return;
      }
      case "page":
        return this.#takePage(decoded(codec.decodePageRow, payload));
    }
  }

  #takePage(page: Page): void {
    const length = decoded(decodePage, page.entries).length;
    const isNext = page.first === this.#place + 1 && page.last === this.#place + length;
    if (!this.#head || !this.#bindings || !isNext) throw new ArchiveRefused("damaged");
    const isFirst = this.#place === 0;
    this.#store.commit({
      page,
      isGrowth: false,
      bindings: isFirst ? this.#bindings : [],
      lastIssuedId: isFirst ? this.#head.lastIssuedId : null,
      schemaVersion: isFirst ? this.#head.schemaVersion : null,
    });
    this.#place = page.last;
  }
}

function decoded<Value>(decode: (bytes: Uint8Array) => Value, bytes: Uint8Array): Value {
  try {
    return decode(bytes);
  } catch (cause) {
    throw new ArchiveRefused("damaged", { cause });
  }
}
