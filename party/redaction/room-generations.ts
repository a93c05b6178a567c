import { Server } from "partyserver";
import {
  maxRedactedUnits,
  type RedactionOrder,
  type RedactionOutcome,
} from "../../domain/redaction.ts";
import { isFrozen } from "../../domain/statuses.ts";
import { findDocumentSource } from "../../worker/db/document-source.ts";
import { logBug } from "../../worker/log-bug.ts";
import { streamOf, writeFrames } from "../log/archive-frames.ts";
import { type ImportResult, RoomArchive } from "../log/room-archive.ts";
import { getMeta, putMeta } from "../log/room-meta.ts";
import { SqliteLogStore } from "../log/sqlite-log-store.ts";
import { lastPlace } from "../log/storage-steps.ts";
import type { OpenDocument } from "../open-document.ts";
import { chooseLetters } from "./chosen-letters.ts";
import { emptied, Generation, type KeptGeneration, type NextGeneration } from "./generation.ts";
import { redactedFrames } from "./redacted-frames.ts";

/** No document has such an id, and no address leads there. */
const siblingSuffix = "~redacted";

/** A room's storage as a whole: its way out and in, and what a redaction makes of it. */
export abstract class RoomGenerations extends Server<Cloudflare.Env> {
  protected readonly archive = new RoomArchive(this.ctx.storage);
  protected readonly generations = new Generation({
    storage: this.ctx.storage,
    archive: this.archive,
    sibling: () => this.env.DOCUMENT_ROOM.getByName(this.name + siblingSuffix),
  });
  #isRedacting = false;

  /** @throws when the document cannot be read */
  protected abstract opened(): Promise<OpenDocument>;
  /** Whether the document is in memory, or on its way there. */
  protected abstract get isOpen(): boolean;
  /** Waits while the document is on its way, and with it what its storage may lack. */
  protected abstract settled(): Promise<void>;
  /**
   * Does this without a document: everybody is sent away to begin anew from the room, and whoever
   * comes meanwhile waits.
   */
  protected abstract whileClosed<T>(work: () => Promise<T>): Promise<T>;

  exportRoom(): ReadableStream<Uint8Array> | null {
    return this.archive.export();
  }

  async importRoom(archive: ReadableStream<Uint8Array>): Promise<ImportResult> {
    if (this.isOpen || this.#isRedacting || this.archive.isImporting) return "notEmpty";
    // A redaction may have been broken off: then this room is not as empty as it looks.
    await this.generations.finish();
    return this.isOpen ? "notEmpty" : this.archive.import(archive);
  }

  /**
   * Overwrites letters of the document, standing or deleted, with bars of the same length: in every
   * entry of the log and in the checkpoint, in a new generation of the storage and a new epoch (R11).
   */
  async redact(order: RedactionOrder): Promise<RedactionOutcome> {
    if (this.#isRedacting || this.archive.isImporting) return { kind: "busy" };
    this.#isRedacting = true;
    try {
      return await this.#redactNow(order);
    } catch (error) {
      logBug(error);
      return { kind: "storageFails" };
    } finally {
      this.#isRedacting = false;
    }
  }

  async #redactNow(order: RedactionOrder): Promise<RedactionOutcome> {
    const { storage } = this.ctx;
    await this.settled();
    if (!SqliteLogStore.isIn(storage)) await this.generations.finish();
    if (!SqliteLogStore.isIn(storage)) return { kind: "nothingThere" };
    const isSubmitted = await this.#isSubmitted();
    const { hold, commit } = await this.opened();
    const store = new SqliteLogStore(storage);
    const done = outcomeIn(store, order);
    if (done) return done;
    if (isSubmitted && order.isAtOnce) return { kind: "stale" };
    if (isSubmitted && unitsOf(order) > maxRedactedUnits) return { kind: "tooMany" };
    // It holds on for a while after the document was submitted: then nothing depends on it.
    if (!isSubmitted && hold.isOn(Date.now())) return { kind: "busy" };
    if (commit() === null) return { kind: "storageFails" };
    const chosen = chooseLetters(store, order.pieces, order.words);
    if (typeof chosen === "string") return { kind: chosen };
    return this.whileClosed(async () => {
      const frames = redactedFrames(store, chosen, order, Date.now());
      await this.generations.prepare(streamOf(writeFrames(frames)));
      await this.generations.finish();
      return outcomeIn(new SqliteLogStore(storage), order) ?? { kind: "storageFails" };
    });
  }

  async #isSubmitted(): Promise<boolean> {
    const source = await findDocumentSource(this.env.DB, this.name);
    return source !== null && isFrozen(source.status);
  }

  /** For a room whose sibling this is, as are the two that follow; see `Sibling`. */
  async keepGeneration({ archive, locks }: KeptGeneration): Promise<void> {
    const storage = this.#storageOfSibling();
    await emptied(storage, () => {
      if (locks !== null) putMeta(storage.sql, "locks", locks);
    });
    const result = await this.archive.import(archive);
    if (result !== "imported") throw new Error(`the next generation is not kept: ${result}`);
  }

  async generation(): Promise<NextGeneration | null> {
    const { sql } = this.#storageOfSibling();
    const archive = this.archive.export();
    return archive && { archive, locks: getMeta<string>(sql, "locks"), place: lastPlace(sql) };
  }

  async dropGeneration(): Promise<void> {
    await this.#storageOfSibling().deleteAll();
  }

  #storageOfSibling(): DurableObjectStorage {
    // A document's own storage is never given up in this way.
    if (!this.name.endsWith(siblingSuffix)) throw new Error("only a sibling keeps a generation");
    return this.ctx.storage;
  }
}

function unitsOf({ pieces }: RedactionOrder): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** What this order was answered with before; null where it was never carried out. */
function outcomeIn(
  store: SqliteLogStore,
  { redactionId }: Pick<RedactionOrder, "redactionId">,
): RedactionOutcome | null {
  const done = store.redactions().find(({ id }) => id === redactionId);
  return done
    ? { kind: "redacted", epoch: done.epoch, place: done.place, units: done.units }
    : null;
}
