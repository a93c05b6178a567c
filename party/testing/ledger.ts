import * as Y from "yjs";

/** A stretch of Yjs ids. */
export interface Stretch {
  client: number;
  clock: number;
  length: number;
}

/** Who did what in a run, as the tabs themselves saw it: what the room's log is held against. */
export class Ledger {
  readonly #personOf = new Map<number, string>();
  readonly #stock = new Set<number>();
  readonly #deletions = new Map<string, Stretch[]>();
  /** Letter by Yjs id, for each that a tab wrote, moved ones among them. */
  readonly letters = new Map<string, string>();

  /** Notes what this person does in this document by themselves. */
  watch(doc: Y.Doc, personId: string, { isStock }: { isStock: boolean }): void {
    if (isStock) this.#stock.add(doc.clientID);
    this.#personOf.set(doc.clientID, personId);
    doc.on("afterTransaction", ({ local, deleteSet }: Y.Transaction) => {
      if (!local) return;
      const deletions = this.#deletions.get(personId) ?? [];
      this.#deletions.set(personId, deletions);
      for (const [client, ranges] of deleteSet.clients) {
        for (const { clock, len } of ranges) deletions.push({ client, clock, length: len });
      }
    });
    doc.on("update", (update: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
      if (local) this.#noteLetters(update);
    });
  }

  personOf(client: number): string | null {
    return this.#personOf.get(client) ?? null;
  }

  /** Whether this tab has no journal: what it sends after a crash is what its document still holds. */
  isStock(client: number): boolean {
    return this.#stock.has(client);
  }

  hasDeleted(personId: string, { client, clock }: { client: number; clock: number }): boolean {
    return (this.#deletions.get(personId) ?? []).some(
      (range) =>
        range.client === client && clock >= range.clock && clock < range.clock + range.length,
    );
  }

  get people(): string[] {
    return [...new Set(this.#personOf.values())];
  }

  #noteLetters(update: Uint8Array): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const { client, clock } = struct.id;
      [...struct.content.str].forEach((letter, at) => {
        this.letters.set(`${client}:${clock + at}`, letter);
      });
    }
  }
}
