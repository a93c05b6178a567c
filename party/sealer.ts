import type { DocumentLog } from "./document-log.ts";
import type { LogEntry } from "./page-codec.ts";
import type { Passing } from "./relay.ts";
import { openBatch, type SealContext, sealBatch } from "./seal.ts";

/** A change that browsers saw before a crash, under its true author. */
export interface HandedBack extends LogEntry {
  client: number;
}

/** Seals what a room passes on, and reads what browsers hand back after a crash. */
export class Sealer {
  /** Told apart from the room's other lives, whose places in the log may have been lost. */
  readonly life = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  readonly #log: DocumentLog;
  readonly #context: SealContext;

  constructor(log: DocumentLog, context: SealContext) {
    this.#log = log;
    this.#context = context;
  }

  seal(changes: readonly Passing<unknown>[]): Uint8Array {
    const newAuthors = new Map(
      changes
        .filter(({ client }) => !this.#log.isBindingDurable(client))
        .map(({ client, entry }) => [client, { client, author: entry.author }]),
    );
    const batch = {
      life: this.life,
      lastPlace: changes.at(-1)?.place ?? 0,
      entries: changes.map(({ client, entry: { at, update } }) => ({ client, at, update })),
      newAuthors: [...newAuthors.values()],
    };
    return sealBatch(batch, this.#context);
  }

  /** @returns null for what does not bear this room's seal, or bears one from before a new epoch */
  open(sealed: Uint8Array): HandedBack[] | null {
    const batch = openBatch(sealed, this.#context);
    if (!batch) return null;
    const authors = new Map(batch.newAuthors.map(({ client, author }) => [client, author]));
    return batch.entries.flatMap((entry) => {
      // The seal first: after a crash somebody else may have come under a client id that was seen.
      const author = authors.get(entry.client) ?? this.#log.authorOf(entry.client);
      return author ? [{ ...entry, author }] : [];
    });
  }
}
