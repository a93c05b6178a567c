import type { Author } from "./page-codec.ts";

/** A stretch of the log: entries `first` to `last`, encoded by page-codec. */
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
  page: Page;
  bindings: readonly ClientBinding[];
  /** The last number that was issued to a container, where it rose. */
  lastIssuedId: number | null;
}

/** Where a room keeps its log. Every method is synchronous, as the room's SQLite is. */
export interface LogStore {
  /** @returns how many rows were written */
  commit(commit: Commit): number;
  /** How many pages were written since `at`: close to the rows written, and costs none to know. */
  commitsSince(at: number): number;
  putCheckpoint(checkpoint: Checkpoint): void;
  newestCheckpoint(): Checkpoint | null;
  pagesAfter(place: number): Page[];
  lastPage(): Pick<Page, "first" | "last" | "at"> | null;
  bindings(): ClientBinding[];
  lastIssuedId(): number;
  /** The room's own key, 32 random bytes, and the epoch that a redaction raises. */
  seal(): { key: Uint8Array; epoch: number };
}
