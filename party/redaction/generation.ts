import { logBug } from "../../worker/log-bug.ts";
import type { RoomArchive } from "../log/room-archive.ts";
import { deleteMeta, getMeta, putMeta } from "../log/room-meta.ts";
import { holdsLog, holdsTables, lastPlace, migrate } from "../log/storage-steps.ts";

/** What the sibling keeps for a room while its storage is made anew. */
export interface KeptGeneration {
  archive: ReadableStream<Uint8Array>;
  /** As the room's `locks` (see `LockStore`): they hold on, whatever the database says. */
  locks: string | null;
}

/** What comes after the log that the room has: its last place, and one more for the redaction. */
export interface NextGeneration extends KeptGeneration {
  place: number;
}

/** The room's other object, in which nobody ever is. */
export interface Sibling {
  /** Keeps this alone, whole or not at all. @throws when it could not */
  keepGeneration(kept: KeptGeneration): Promise<void>;
  /** Null while it holds nothing whole. */
  generation(): Promise<NextGeneration | null>;
  dropGeneration(): Promise<void>;
}

interface Options {
  storage: DurableObjectStorage;
  archive: RoomArchive;
  sibling: () => Sibling;
}

/** `leaving`: the sibling holds all that comes. `arrived`: what it holds is not needed any more. */
const steps = { leaving: 1, arrived: 2 } as const;

/**
 * A room's storage, made anew: what SQLite deletes or overwrites stays readable in its file, so the
 * whole file goes. That cannot be done in one step with writing it again, so the next generation
 * waits in a sibling. A crash anywhere leaves the old one whole or the new one, there or on its way.
 */
export class Generation {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** From here on the next generation is the one that holds. @throws when it does not get so far */
  async prepare(archive: ReadableStream<Uint8Array>): Promise<void> {
    await this.write(archive);
    await this.leave();
  }

  /** Nothing has happened yet, as far as the room is concerned. */
  async write(archive: ReadableStream<Uint8Array>): Promise<void> {
    const { storage, sibling } = this.#options;
    await sibling().keepGeneration({ archive, locks: getMeta<string>(storage.sql, "locks") });
  }

  /** The sibling holds the next generation whole. */
  async leave(): Promise<void> {
    const { storage } = this.#options;
    putMeta(storage.sql, "generation", steps.leaving);
    await storage.sync();
  }

  /**
   * Finishes what was begun, also by a room that crashed since. Asks the sibling where the room has
   * no log: it may have lost the old one with the crash.
   * @throws when the sibling does not answer, or what it has cannot be written: the room has no log then
   */
  async finish(): Promise<void> {
    const { storage, sibling } = this.#options;
    const isEmpty = !holdsLog(storage.sql);
    if (isEmpty || this.#step === steps.leaving) {
      const next = await sibling().generation();
      if (next && (isEmpty || next.place === lastPlace(storage.sql) + 1)) await this.#arrive(next);
      // Written in since, by a version that knows of no generations: it is redacted anew.
      else if (!isEmpty) deleteMeta(storage.sql, "generation");
    }
    if (this.#step !== steps.arrived || !holdsLog(storage.sql)) return;
    try {
      await sibling().dropGeneration();
      deleteMeta(storage.sql, "generation");
    } catch (error) {
      // The room is whole; it is tried again when it is next opened.
      logBug(error);
    }
  }

  async #arrive({ archive, locks }: KeptGeneration): Promise<void> {
    const { storage } = this.#options;
    await emptied(storage, () => {
      putMeta(storage.sql, "generation", steps.arrived);
      if (locks !== null) putMeta(storage.sql, "locks", locks);
    });
    const result = await this.#options.archive.import(archive);
    if (result !== "imported") throw new Error(`the next generation is refused: ${result}`);
  }

  get #step(): number | null {
    const { sql } = this.#options.storage;
    return holdsTables(sql) ? getMeta(sql, "generation") : null;
  }
}

/** Empties a storage, with its file; what `begin` writes stands there first. */
export async function emptied(storage: DurableObjectStorage, begin: () => void): Promise<void> {
  const gone = storage.deleteAll();
  migrate(storage, Date.now());
  begin();
  await gone;
}
