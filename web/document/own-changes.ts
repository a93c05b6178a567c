import { onDeviceLost } from "../offline/device-database.ts";
import type { KeptDocument } from "./document-store.ts";
import { Journal, type OwnChange } from "./journal.ts";
import { type JournalStore, JournalWriter } from "./journal-writer.ts";

/** The journal in memory and on the device, kept in step. */
export class OwnChanges {
  readonly #journal = new Journal();
  readonly #writer: JournalWriter;
  readonly #onChange: () => void;
  readonly #stopListening: () => void;

  constructor(store: JournalStore, onChange: () => void) {
    this.#onChange = onChange;
    this.#writer = new JournalWriter(store, onChange);
    this.#stopListening = onDeviceLost(() => this.#writer.writeAgain());
  }

  get view() {
    const { isDurable, trouble } = this.#writer;
    return { unsaved: this.#journal.size, isKept: isDurable, trouble };
  }

  get updates(): Uint8Array[] {
    return this.#journal.updates;
  }

  /** What only this page has. */
  get unkept(): Uint8Array[] {
    return this.#writer.unwritten.map(({ update }) => update);
  }

  /** What the device kept from before this page was opened. */
  restore(records: KeptDocument["journal"]): void {
    const older = records.map(({ id, updates }) => {
      const changes = updates.map((update) => ({ update }));
      this.#writer.adopt(id, changes);
      return changes;
    });
    this.#journal.addOlder(older.flat());
    this.#onChange();
  }

  add(update: Uint8Array): void {
    const change: OwnChange = { update };
    this.#journal.add(change);
    this.#writer.keep(change);
    this.#onChange();
  }

  sendAll(send: (update: Uint8Array) => void): void {
    this.#journal.sendAll(send);
  }

  sendNewest(send: (update: Uint8Array) => void): void {
    this.#journal.sendNewest(send);
  }

  acknowledge(count: number): void {
    this.forget(this.#journal.acknowledge(count));
  }

  /** Takes them out of the journal, but not off the device: `forget` does that. */
  takeAll(): OwnChange[] {
    return this.#journal.takeAll();
  }

  forget(changes: readonly OwnChange[]): void {
    this.#writer.forget(changes);
    this.#onChange();
  }

  setAlone(isAlone: boolean): void {
    this.#writer.setAlone(isAlone);
  }

  fail(error: unknown): void {
    this.#writer.fail(error);
  }

  /** What is being written is still written. */
  close(): void {
    this.#stopListening();
  }
}
