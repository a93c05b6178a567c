import {
  type CopyRecord,
  type DocumentScope,
  openDevice,
  type RecoveredRecord,
  troubleOf,
} from "../offline/device-database.ts";
import { forgetShown } from "../offline/kept-answers.ts";
import type { JournalStore } from "./journal-writer.ts";

export interface KeptDocument {
  copy: Pick<CopyRecord, "epoch" | "state" | "seen"> | null;
  journal: { id: number; updates: Uint8Array[] }[];
  recovered: (RecoveredRecord & { id: number })[];
}

/** What this device keeps of one document for one person. */
export class DocumentStore implements JournalStore {
  readonly #scope: DocumentScope;
  #epoch = 0;

  constructor(scope: DocumentScope) {
    this.#scope = scope;
  }

  /** Of the document as this page has it; 0 before it has anything of the room's. */
  get epoch(): number {
    return this.#epoch;
  }

  enter(epoch: number): void {
    this.#epoch = epoch;
  }

  /** @throws when the device cannot be read */
  async read(): Promise<KeptDocument> {
    const work = (await openDevice()).transaction(["copies", "journal", "recovered"]);
    const kept: KeptDocument = { copy: null, journal: [], recovered: [] };
    const copy = await work.objectStore("copies").get(this.#key);
    if (copy?.schemaVersion === this.#scope.schemaVersion) kept.copy = copy;
    const journal = work.objectStore("journal").index("document");
    for await (const { primaryKey: id, value } of journal.iterate(this.#key)) {
      // From a newer page than this one: they wait.
      if (value.schemaVersion > this.#scope.schemaVersion) continue;
      kept.journal.push({ id, updates: value.updates });
    }
    const recovered = work.objectStore("recovered").index("document");
    for await (const { primaryKey: id, value } of recovered.iterate(this.#key)) {
      kept.recovered.push({ ...value, id });
    }
    return kept;
  }

  async add(updates: Uint8Array[], isStrict: boolean): Promise<number> {
    try {
      return await this.#addRecord(updates, isStrict);
    } catch (error) {
      if (troubleOf(error) !== "full") throw error;
      // Unsent words are worth more than copies of what the room has.
      await this.#dropOtherCopies();
      return this.#addRecord(updates, isStrict);
    }
  }

  async remove(records: readonly number[]): Promise<void> {
    const work = (await openDevice()).transaction("journal", "readwrite");
    await Promise.all([...records.map((id) => work.store.delete(id)), work.done]);
  }

  async harden(): Promise<void> {
    const database = await openDevice();
    const work = database.transaction("journal", "readwrite", { durability: "strict" });
    const newest = await work.store.index("document").openCursor(this.#key, "prev");
    await newest?.update(newest.value);
    await work.done;
  }

  /** The document's state, unless its person has left this device meanwhile. */
  async keepCopy(copy: Pick<CopyRecord, "state" | "seen">): Promise<void> {
    const work = (await openDevice()).transaction(["people", "copies"], "readwrite");
    const person = await work.objectStore("people").get(this.#scope.personId);
    const copies = work.objectStore("copies");
    // A page that slept through a redaction still has what was removed.
    const isNewest = ((await copies.get(this.#key))?.epoch ?? 0) <= this.#epoch;
    if (person?.isHere && isNewest) {
      await copies.put({ ...this.#scope, epoch: this.#epoch, ...copy });
    }
    await work.done;
  }

  /** Its copy, and all answers that may show words of it; own changes and drafts stay. */
  async forgetDocument(): Promise<void> {
    await Promise.all([this.dropCopy(), forgetShown(this.#scope.personId)]);
  }

  async dropCopy(): Promise<void> {
    await (await openDevice()).delete("copies", this.#key);
  }

  async addRecovered(record: RecoveredRecord): Promise<number> {
    const database = await openDevice();
    const work = database.transaction("recovered", "readwrite", { durability: "strict" });
    const id = await work.store.add(record);
    await work.done;
    return id;
  }

  async changeRecovered(id: number, record: RecoveredRecord): Promise<void> {
    await (await openDevice()).put("recovered", record, id);
  }

  async removeRecovered(id: number): Promise<void> {
    await (await openDevice()).delete("recovered", id);
  }

  get #key(): [string, string] {
    return [this.#scope.personId, this.#scope.documentId];
  }

  async #addRecord(updates: Uint8Array[], isStrict: boolean): Promise<number> {
    const durability = isStrict ? "strict" : "relaxed";
    const work = (await openDevice()).transaction("journal", "readwrite", { durability });
    const added = work.store.add({ ...this.#scope, epoch: this.#epoch, updates });
    // Closing the page now must not take it back.
    work.commit();
    const [id] = await Promise.all([added, work.done]);
    return id;
  }

  async #dropOtherCopies(): Promise<void> {
    const work = (await openDevice()).transaction("copies", "readwrite");
    const keys = await work.store.getAllKeys();
    const others = keys.filter(([, documentId]) => documentId !== this.#scope.documentId);
    await Promise.all([...others.map((key) => work.store.delete(key)), work.done]);
  }
}
