import { DayRows } from "../log/day-rows.ts";
import type {
  Checkpoint,
  ClientBinding,
  Commit,
  Imported,
  LogStore,
  Page,
  Redaction,
  Repacking,
} from "../log/log-store.ts";
import { cutIntoParts } from "../log/value-parts.ts";

/** What outlives a store, as a room's file does. */
export class LogMemory {
  pages = new Map<number, Page>();
  clients = new Map<number, ClientBinding>();
  checkpoint: Checkpoint | null = null;
  lastIssuedId = 0;
  schemaVersion: number | null = null;
  epoch = 1;
  redactions: readonly Redaction[] = [];
  repackFrom: number | null = null;
  isImporting = false;
  readonly dayRows = new DayRows();
  readonly sealKey = crypto.getRandomValues(new Uint8Array(32));
}

/** A log in memory that keeps the same contract as the one in SQLite. */
export class MemoryLogStore implements LogStore {
  readonly #memory: LogMemory;
  readonly #clock: () => number;

  constructor(memory: LogMemory, clock: () => number) {
    this.#memory = memory;
    this.#clock = clock;
    if (memory.isImporting) this.clear();
  }

  commit({ page, isGrowth, bindings, lastIssuedId, schemaVersion }: Commit): number {
    const memory = this.#memory;
    const before = memory.pages.get(page.first);
    if (isGrowth !== (before !== undefined)) throw new Error("a page grows, or is new");
    if (bindings.some(({ client }) => memory.clients.has(client))) {
      throw new Error("a client id is bound already");
    }
    for (const binding of bindings) memory.clients.set(binding.client, binding);
    memory.lastIssuedId = lastIssuedId ?? memory.lastIssuedId;
    memory.schemaVersion = schemaVersion ?? memory.schemaVersion;
    const entries = before ? joined(before.entries, page.entries) : page.entries;
    memory.pages.set(page.first, { ...page, entries });
    const pageRows = isGrowth ? 1 : cutIntoParts(entries).length;
    const metaRows = [lastIssuedId, schemaVersion].filter((value) => value !== null).length;
    return this.#count(pageRows + bindings.length + metaRows);
  }

  rowsWrittenOn(now: number): number {
    return this.#memory.dayRows.on(now);
  }

  putCheckpoint(checkpoint: Checkpoint): number {
    const gone = this.#memory.checkpoint ? cutIntoParts(this.#memory.checkpoint.state).length : 0;
    this.#memory.checkpoint = checkpoint;
    return this.#count(cutIntoParts(checkpoint.state).length + gone);
  }

  newestCheckpoint(): Checkpoint | null {
    return this.#memory.checkpoint;
  }

  pagesAfter(place: number): Page[] {
    return this.#sorted().filter(({ last }) => last > place);
  }

  pageFrom(place: number): Page | null {
    return this.#sorted().find(({ last }) => last >= place) ?? null;
  }

  lastPage(): Page | null {
    return this.#sorted().at(-1) ?? null;
  }

  bindings(): ClientBinding[] {
    return [...this.#memory.clients.values()].sort((a, b) => a.client - b.client);
  }

  lastIssuedId(): number {
    return this.#memory.lastIssuedId;
  }

  schemaVersion(): number | null {
    return this.#memory.schemaVersion;
  }

  seal(): { key: Uint8Array; epoch: number } {
    return { key: this.#memory.sealKey, epoch: this.#memory.epoch };
  }

  redactions(): readonly Redaction[] {
    return this.#memory.redactions;
  }

  repackFrom(): number | null {
    return this.#memory.repackFrom;
  }

  repack({ pages, from }: Repacking): number {
    const memory = this.#memory;
    let rows = from === null && memory.repackFrom === null ? 1 : 2;
    for (const page of pages) {
      for (const { first, entries } of this.#sorted()) {
        if (first < page.first || first > page.last) continue;
        memory.pages.delete(first);
        // The first page's row becomes that of the new one.
        rows += cutIntoParts(entries).length - (first === page.first ? 1 : 0);
      }
      memory.pages.set(page.first, page);
      rows += cutIntoParts(page.entries).length;
    }
    memory.repackFrom = from;
    return this.#count(rows);
  }

  beginImport(): void {
    this.#memory.isImporting = true;
  }

  finishImport(imported: Imported): void {
    Object.assign(this.#memory, imported, { isImporting: false });
  }

  clear(): void {
    const { dayRows, sealKey } = this.#memory;
    Object.assign(this.#memory, new LogMemory(), { dayRows, sealKey });
  }

  #count(rows: number): number {
    this.#memory.dayRows.add(this.#clock(), rows);
    return rows;
  }

  #sorted(): Page[] {
    return [...this.#memory.pages.values()].sort((a, b) => a.first - b.first);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.byteLength + b.byteLength);
  bytes.set(a);
  bytes.set(b, a.byteLength);
  return bytes;
}
