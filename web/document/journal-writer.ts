import { type DeviceTrouble, troubleOf } from "../offline/device-database.ts";
import type { OwnChange } from "./journal.ts";

/** Where the journal lies on the device. */
export interface JournalStore {
  /** One durable record of these updates; returns its number. */
  add(updates: Uint8Array[], isStrict: boolean): Promise<number>;
  remove(records: readonly number[]): Promise<void>;
  /** Makes the newest record, and with it everything before it, survive a power cut too. */
  harden(): Promise<void>;
}

const retryAfterMs = 3000;

interface WrittenRecord {
  id: number;
  /** How many of its changes the room has not called saved. */
  left: number;
}

/**
 * Keeps the journal on the device. One transaction at a time: what is typed meanwhile goes with
 * the next, so that a slow phone writes seldom and a fast one at once, and always in order.
 */
export class JournalWriter {
  readonly #store: JournalStore;
  readonly #onChange: () => void;
  #queue: OwnChange[] = [];
  #writing: OwnChange[] = [];
  #records = new Map<OwnChange, WrittenRecord>();
  #doomed: number[] = [];
  #isStrict = true;
  #mustHarden = false;
  #isLost = false;
  #isWorking = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #trouble: DeviceTrouble | null = null;

  constructor(store: JournalStore, onChange: () => void) {
    this.#store = store;
    this.#onChange = onChange;
  }

  /** Why nothing can be kept, after the last attempt. */
  get trouble(): DeviceTrouble | null {
    return this.#trouble;
  }

  /** Whether everything that it was given, and the room has not saved, survives a closed browser. */
  get isDurable(): boolean {
    return this.unwritten.length === 0 && !this.#mustHarden && !this.#isLost;
  }

  get unwritten(): OwnChange[] {
    return [...this.#writing, ...this.#queue];
  }

  keep(change: OwnChange): void {
    this.#queue.push(change);
    if (this.#retry === undefined) void this.#work();
  }

  /** Changes that were read from a record of the device. */
  adopt(id: number, changes: readonly OwnChange[]): void {
    const record = { id, left: changes.length };
    for (const change of changes) this.#records.set(change, record);
  }

  /** These need not be kept any longer. */
  forget(changes: readonly OwnChange[]): void {
    const gone = new Set(changes);
    this.#queue = this.#queue.filter((change) => !gone.has(change));
    this.#writing = this.#writing.filter((change) => !gone.has(change));
    for (const change of changes) {
      const record = this.#records.get(change);
      this.#records.delete(change);
      if (record && --record.left === 0) this.#doomed.push(record.id);
    }
    if (this.#retry === undefined) void this.#work();
  }

  /**
   * While the room stores within the second, surviving a crash of the browser is enough here;
   * without the room this device is the only one that has the words.
   */
  setAlone(isAlone: boolean): void {
    if (isAlone && !this.#isStrict && this.#records.size > 0) this.#mustHarden = true;
    this.#isStrict = isAlone;
    if (this.#mustHarden && this.#retry === undefined) void this.#work();
  }

  /** What was written may be gone from the device: everything unsaved is written again. */
  writeAgain(): void {
    this.#isLost = true;
    if (this.#retry === undefined) void this.#work();
  }

  fail(error: unknown): void {
    this.#trouble = troubleOf(error);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#work();
    }, retryAfterMs);
    this.#onChange();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (this.#isLost || this.#queue.length + this.#doomed.length > 0 || this.#mustHarden) {
        this.#requeueLost();
        await this.#removeDoomed();
        await this.#writeQueue();
        if (this.#mustHarden) await this.#store.harden();
        this.#mustHarden = false;
        this.#trouble = null;
        this.#onChange();
      }
    } catch (error) {
      this.#queue = this.unwritten;
      this.#writing = [];
      this.fail(error);
    } finally {
      this.#isWorking = false;
    }
  }

  #requeueLost(): void {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#queue.unshift(...this.#records.keys());
    this.#records.clear();
    this.#doomed = [];
  }

  async #removeDoomed(): Promise<void> {
    const doomed = this.#doomed.slice();
    if (doomed.length === 0) return;
    await this.#store.remove(doomed);
    this.#doomed = this.#doomed.filter((id) => !doomed.includes(id));
  }

  async #writeQueue(): Promise<void> {
    const batch = this.#queue.splice(0);
    if (batch.length === 0) return;
    this.#writing = batch;
    const id = await this.#store.add(
      batch.map(({ update }) => update),
      this.#isStrict,
    );
    // Some of it may have been saved by the room meanwhile.
    this.adopt(id, this.#writing);
    if (this.#writing.length === 0) this.#doomed.push(id);
    this.#writing = [];
  }
}
