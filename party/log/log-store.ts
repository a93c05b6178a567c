import type { Author } from "./page-codec.ts";

/** Entries `first` to `last` of the log, encoded by page-codec; `at` is when it was last written. */
export interface Page {
  first: number;
  last: number;
  at: number;
  entries: Uint8Array;
}

/** The document's state after entry `place`. */
export interface Checkpoint {
  place: number;
  state: Uint8Array;
}

export interface ClientBinding {
  client: number;
  author: Author;
}

/** What one commit writes, whole or not at all. */
export interface Commit {
  /**
   * A new page, or the newest one grown: then `first` is that page's, `last` and `at` are new, and
   * `entries` holds only the stretch to append.
   */
  page: Page;
  isGrowth: boolean;
  bindings: readonly ClientBinding[];
  /** The last number that was issued to a container, where it rose. */
  lastIssuedId: number | null;
  /** The version of the schema that the document now has, where it rose. */
  schemaVersion: number | null;
}

/** What was done for a redaction: the epoch that it began, its own entry, how much it overwrote. */
export interface Redaction {
  id: string;
  epoch: number;
  place: number;
  units: number;
}

/** What a room keeps beside its pages and is not written with one of them. */
export interface Imported {
  epoch: number;
  repackFrom: number | null;
  redactions: readonly Redaction[];
}

/** Pages that hold the same entries as those that they replace. */
export interface Repacking {
  /** Each replaces all pages that lie within its entries; one of them begins with its first. */
  pages: readonly Page[];
  /** Where the next repacking goes on. */
  from: number | null;
}

/**
 * Where a room keeps its log. Every method is synchronous, as the room's SQLite is, and whole or
 * not at all. Methods that write return how many rows they wrote.
 */
export interface LogStore {
  /** @throws when a client id is bound already, or the page to grow is not there */
  commit(commit: Commit): number;
  /** How many rows were written on the UTC day of `now` (ms since 1970); costs one row to know. */
  rowsWrittenOn(now: number): number;
  /** Replaces the checkpoint before. */
  putCheckpoint(checkpoint: Checkpoint): number;
  newestCheckpoint(): Checkpoint | null;
  /** The pages that hold entries after `place`; the first may begin before it. */
  pagesAfter(place: number): Page[];
  /** The page that holds entry `place`, else the first one after it. */
  pageFrom(place: number): Page | null;
  lastPage(): Page | null;
  /** Sorted by client id. */
  bindings(): ClientBinding[];
  lastIssuedId(): number;
  /** The schema version of the document; null when it has no first word. */
  schemaVersion(): number | null;
  /** The room's own key, 32 random bytes, and the epoch that a redaction raises. */
  seal(): { key: Uint8Array; epoch: number };
  /** Oldest first. */
  redactions(): readonly Redaction[];
  /** The place where repacking goes on; null in a log where it has not begun. */
  repackFrom(): number | null;
  repack(repacking: Repacking): number;
  /** From here to `finishImport` the log counts as none: a crash in between leaves an empty room. */
  beginImport(): void;
  finishImport(imported: Imported): void;
  /** Forgets everything, as if the room had never been entered. */
  clear(): void;
}
