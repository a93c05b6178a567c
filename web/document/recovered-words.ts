import * as Y from "yjs";
import type { RefusalName } from "../../party/close-codes.ts";
import type { DocumentScope, RecoveredRecord } from "../offline/device-database.ts";
import { quietly } from "../offline/quietly.ts";
import type { DocumentStore, KeptDocument } from "./document-store.ts";
import type { FormerEpoch } from "./former-epoch.ts";
import type { OwnChange } from "./journal.ts";
import { unsentWords } from "./unsent-words.ts";

/** Words that the room did not take; `id` is their place on the device, null where it keeps none. */
export interface RecoveredWords extends RecoveredRecord {
  id: number | null;
}

/** One document's recovered words: in memory for this page, and on the device for the next. */
export class RecoveredList {
  readonly #store: DocumentStore;
  readonly #onChange: (list: readonly RecoveredWords[]) => void;
  #list: RecoveredWords[] = [];

  constructor(store: DocumentStore, onChange: (list: readonly RecoveredWords[]) => void) {
    this.#store = store;
    this.#onChange = onChange;
  }

  addKept(kept: KeptDocument["recovered"]): void {
    this.#set([...kept, ...this.#list]);
  }

  /** Resolves when the words are on the device, or cannot be. */
  async add(record: RecoveredRecord): Promise<void> {
    if (record.words === "") return;
    const item: RecoveredWords = { ...record, id: null };
    this.#set([...this.#list, item]);
    await quietly(async () => {
      const id = await this.#store.addRecovered(record);
      if (!this.#list.includes(item)) return this.#store.removeRecovered(id);
      this.#set(this.#list.map((each) => (each === item ? { ...item, id } : each)));
    });
  }

  /** Own changes that the room did not take. Resolves as `add` does. */
  addRefused(
    { personId, documentId }: Pick<DocumentScope, "personId" | "documentId">,
    refusal: RefusalName,
    refused: readonly OwnChange[],
    former: FormerEpoch,
  ): Promise<void> {
    const all = refused.map(({ update }) => update);
    const words = former.cover(unsentWords(all));
    // As they are they would keep what was removed.
    const updates = former.knowsRemoved ? [] : all;
    return this.add({ personId, documentId, refusal, words, updates });
  }

  /** Covers what was removed from the document in what was recovered before. */
  cover(former: FormerEpoch): void {
    for (const item of this.#list) {
      const words = former.cover(item.words);
      if (words !== item.words) this.#change(item, { ...item, words, updates: [] });
    }
  }

  /**
   * The room says what it has: words that it took before it refused the rest are not lost at all.
   * @param stateVector the room's, as y-protocols' step 1 carries it
   */
  settle(stateVector: Uint8Array): void {
    const known = Y.decodeStateVector(stateVector);
    for (const item of this.#list) {
      if (item.updates.length === 0) continue;
      const settled = { ...item, words: unsentWords(item.updates, known), updates: [] };
      if (settled.words === "") {
        void this.discard(item);
        continue;
      }
      this.#change(item, settled);
    }
  }

  #change(item: RecoveredWords, next: RecoveredWords): void {
    this.#set(this.#list.map((each) => (each === item ? next : each)));
    const { id, ...record } = next;
    if (id !== null) void quietly(() => this.#store.changeRecovered(id, record));
  }

  async discard(item: RecoveredWords): Promise<void> {
    this.#set(this.#list.filter((each) => each !== item));
    const { id } = item;
    if (id !== null) await quietly(() => this.#store.removeRecovered(id));
  }

  /** Those that would be lost with this page. */
  get unkept(): RecoveredWords[] {
    return this.#list.filter(({ id }) => id === null);
  }

  #set(list: RecoveredWords[]): void {
    this.#list = list;
    this.#onChange(list);
  }
}
