import type { Checkpoint, ClientBinding, Commit, LogStore, Page } from "./log-store.ts";

/** SQLite holds 2 MB a value at most in production, which the local runtime does not enforce. */
export const maxValueBytes = 1_500_000;

const storageVersion = 1;

/** The log in a room's own SQLite: one row a commit, no autoincrement, no secondary index. */
export class SqliteLogStore implements LogStore {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;

  /** Whether a log was ever begun here; asking writes nothing. */
  static isIn(storage: DurableObjectStorage): boolean {
    const query = "SELECT name FROM sqlite_master WHERE name = 'pages'";
    return storage.sql.exec(query).toArray().length > 0;
  }

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#migrate();
  }

  commit({ page, bindings, lastIssuedId }: Commit): number {
    if (page.entries.byteLength > maxValueBytes) throw new Error("a page is too large for a row");
    this.#storage.transactionSync(() => {
      this.#sql.exec(
        "INSERT INTO pages (first, last, at, entries) VALUES (?, ?, ?, ?)",
        page.first,
        page.last,
        page.at,
        page.entries,
      );
      for (const { client, author } of bindings) {
        this.#sql.exec(
          "INSERT INTO clients (client, person, village) VALUES (?, ?, ?)",
          client,
          author.personId,
          author.villageId,
        );
      }
      if (lastIssuedId !== null) this.#putMeta("lastIssuedId", lastIssuedId);
    });
    return 1 + bindings.length + (lastIssuedId === null ? 0 : 1);
  }

  commitsSince(at: number): number {
    const query = "SELECT count(*) AS pages FROM pages WHERE at >= ?";
    return this.#sql.exec<{ pages: number }>(query, at).one().pages;
  }

  putCheckpoint({ place, state }: Checkpoint): void {
    this.#storage.transactionSync(() => {
      for (let part = 0; part * maxValueBytes < state.byteLength; part++) {
        this.#sql.exec(
          "INSERT INTO checkpoints (place, part, state) VALUES (?, ?, ?)",
          place,
          part,
          state.slice(part * maxValueBytes, (part + 1) * maxValueBytes),
        );
      }
      this.#sql.exec("DELETE FROM checkpoints WHERE place < ?", place);
    });
  }

  newestCheckpoint(): Checkpoint | null {
    const parts = this.#sql
      .exec<{ place: number; state: ArrayBuffer }>(
        `SELECT place, state FROM checkpoints
         WHERE place = (SELECT max(place) FROM checkpoints) ORDER BY part`,
      )
      .toArray();
    const first = parts[0];
    if (!first) return null;
    const state = new Uint8Array(parts.reduce((sum, part) => sum + part.state.byteLength, 0));
    let offset = 0;
    for (const part of parts) {
      state.set(new Uint8Array(part.state), offset);
      offset += part.state.byteLength;
    }
    return { place: first.place, state };
  }

  pagesAfter(place: number): Page[] {
    return this.#sql
      .exec<{ first: number; last: number; at: number; entries: ArrayBuffer }>(
        "SELECT first, last, at, entries FROM pages WHERE first > ? ORDER BY first",
        place,
      )
      .toArray()
      .map((row) => ({ ...row, entries: new Uint8Array(row.entries) }));
  }

  lastPage(): Pick<Page, "first" | "last" | "at"> | null {
    const query = "SELECT first, last, at FROM pages ORDER BY first DESC LIMIT 1";
    return this.#sql.exec<Pick<Page, "first" | "last" | "at">>(query).toArray()[0] ?? null;
  }

  bindings(): ClientBinding[] {
    return this.#sql
      .exec<{ client: number; person: string; village: string | null }>(
        "SELECT client, person, village FROM clients",
      )
      .toArray()
      .map((row) => ({
        client: row.client,
        author: { personId: row.person, villageId: row.village },
      }));
  }

  lastIssuedId(): number {
    return this.#meta("lastIssuedId") ?? 0;
  }

  seal(): { key: Uint8Array; epoch: number } {
    const query = "SELECT value FROM meta WHERE key = 'sealKey'";
    const row = this.#sql.exec<{ value: ArrayBuffer }>(query).one();
    return { key: new Uint8Array(row.value), epoch: this.#meta("epoch") ?? 1 };
  }

  #migrate(): void {
    const exec = (query: string) => this.#sql.exec(query);
    exec("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
    const version = this.#meta("storageVersion") ?? 0;
    if (version > storageVersion) throw new Error(`storage of version ${version} is too new`);
    if (version === storageVersion) return;
    exec("CREATE TABLE pages (first INTEGER PRIMARY KEY, last INTEGER, at INTEGER, entries BLOB)");
    exec("CREATE TABLE clients (client INTEGER PRIMARY KEY, person TEXT, village TEXT)");
    exec(
      `CREATE TABLE checkpoints (place INTEGER, part INTEGER, state BLOB,
       PRIMARY KEY (place, part)) WITHOUT ROWID`,
    );
    this.#putMeta("sealKey", crypto.getRandomValues(new Uint8Array(32)));
    this.#putMeta("epoch", 1);
    this.#putMeta("storageVersion", storageVersion);
  }

  #meta(key: string): number | null {
    const query = "SELECT value FROM meta WHERE key = ?";
    return this.#sql.exec<{ value: number }>(query, key).toArray()[0]?.value ?? null;
  }

  #putMeta(key: string, value: number | Uint8Array): void {
    this.#sql.exec("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
  }
}
