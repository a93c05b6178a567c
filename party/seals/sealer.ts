import type { DocumentLog } from "../log/document-log.ts";
import type { LogEntry } from "../log/page-codec.ts";
import type { Passing } from "../relay.ts";
import { Seal, type SealContext } from "./seal.ts";
import { firstClientIn } from "./sealed-batch.ts";

/** A change that browsers saw before a crash, under its true author. */
export interface HandedBack extends LogEntry {
  client: number;
}

/** Seals what a room passes on, and reads what browsers hand back after a crash. */
export class Sealer {
  /** When this life of the room began. Places of other lives may have been lost with them. */
  readonly life: number;
  readonly #log: DocumentLog;
  readonly #seal: Seal;

  /** @param life ms since 1970 */
  constructor(log: DocumentLog, context: SealContext, life: number) {
    this.#log = log;
    this.#seal = new Seal(context);
    this.life = life;
  }

  seal(changes: readonly Passing<unknown>[]): Uint8Array {
    const entries = changes.map(({ client, entry: { at, update } }) => ({
      client: firstClientIn(update) ?? client,
      at,
      update,
    }));
    return this.#seal.put({ life: this.life, lastPlace: changes.at(-1)?.place ?? 0, entries });
  }

  /** @returns null for what does not bear this room's seal, or bears one from before a new epoch */
  open(sealed: Uint8Array): HandedBack[] | null {
    const batch = this.#seal.open(sealed);
    if (!batch) return null;
    return batch.entries.flatMap((entry) => {
      // Whose client id it is was on disk before the batch was made.
      const author = this.#log.authorOf(entry.client);
      return author ? [{ ...entry, author }] : [];
    });
  }
}
