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
    const newAuthors = new Map(
      entries
        .filter(({ client }) => !this.#log.isBindingDurable(client))
        .flatMap(({ client }) => {
          const author = this.#log.authorOf(client);
          return author ? [[client, { client, author }]] : [];
        }),
    );
    return this.#seal.put({
      life: this.life,
      lastPlace: changes.at(-1)?.place ?? 0,
      entries,
      newAuthors: [...newAuthors.values()],
    });
  }

  /** @returns null for what does not bear this room's seal, or bears one from before a new epoch */
  open(sealed: Uint8Array): HandedBack[] | null {
    const batch = this.#seal.open(sealed);
    if (!batch) return null;
    const authors = new Map(batch.newAuthors.map(({ client, author }) => [client, author]));
    return batch.entries.flatMap((entry) => {
      // The seal first: after a crash somebody else may have come under a client id that was seen.
      const author = authors.get(entry.client) ?? this.#log.authorOf(entry.client);
      return author ? [{ ...entry, author }] : [];
    });
  }
}
