import { DayRows } from "./day-rows.ts";
import type {
  Checkpoint,
  ClientBinding,
  Commit,
  Imported,
  LogStore,
  Page,
  Redaction,
  Repacking,
} from "./log-store.ts";
import { deleteMeta, getMeta, putMeta } from "./room-meta.ts";
import { holdsLog, migrate } from "./storage-steps.ts";
import { cutIntoParts, joinParts, maxValueBytes } from "./value-parts.ts";

interface PageRow extends Record<string, SqlStorageValue> {
  first: number;
  last: number;
  at: number;
  entries: ArrayBuffer;
}

type Value = string | number | null | Uint8Array;

/** The log in a room's own SQLite: one row a commit, no autoincrement, no secondary index. */
export class SqliteLogStore implements LogStore {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #clock: () => number;
  #dayRows = new DayRows();

  /** Whether a log was ever begun here; asking writes nothing. */
  static isIn(storage: DurableObjectStorage): boolean {
    return holdsLog(storage.sql);
  }

  /**
   * @param clock ms since 1970, for the day on which rows are counted
   * @throws when a newer version wrote the tables
   */
  constructor(storage: DurableObjectStorage, clock: () => number = Date.now) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#clock = clock;
    migrate(storage, clock());
    if (getMeta(this.#sql, "importing") !== null) this.clear();
    this.#resumeDay();
  }

  commit({ page, isGrowth, bindings, lastIssuedId, schemaVersion }: Commit): number {
    return this.#write(() => {
      let rows = 0;
      for (const { client, author } of bindings) {
        const query = "INSERT INTO clients (client, person, village) VALUES (?, ?, ?)";
        rows += this.#run(query, client, author.personId, author.villageId);
      }
      if (lastIssuedId !== null) rows += putMeta(this.#sql, "lastIssuedId", lastIssuedId);
      if (schemaVersion !== null) rows += putMeta(this.#sql, "schemaVersion", schemaVersion);
      return rows + (isGrowth ? this.#growPage(page, rows) : this.#insertPage(page, rows));
    });
  }

  rowsWrittenOn(now: number): number {
    return this.#dayRows.on(now);
  }

  putCheckpoint({ place, state }: Checkpoint): number {
    // Its few rows are kept with the next page's count.
    return this.#write(() => {
      const query = "INSERT INTO checkpoints (place, part, state) VALUES (?, ?, ?)";
      const parts = cutIntoParts(state).map((bytes, part) => this.#run(query, place, part, bytes));
      const deleted = this.#run("DELETE FROM checkpoints WHERE place < ?", place);
      return parts.reduce((sum, rows) => sum + rows, deleted);
    });
  }

  newestCheckpoint(): Checkpoint | null {
    const parts = this.#sql
      .exec<{ place: number; state: ArrayBuffer }>(
        `SELECT place, state FROM checkpoints
         WHERE place = (SELECT max(place) FROM checkpoints) ORDER BY part`,
      )
      .toArray();
    const [first] = parts;
    if (!first) return null;
    return { place: first.place, state: joinParts(parts.map(({ state }) => state)) };
  }

  pagesAfter(place: number): Page[] {
    return this.#pages(
      `WHERE first >= coalesce((SELECT max(first) FROM pages WHERE first <= ?), 0)
       AND last > ? ORDER BY first`,
      place + 1,
      place,
    );
  }

  pageFrom(place: number): Page | null {
    const query = `WHERE first >= coalesce((SELECT max(first) FROM pages WHERE first <= ?), 0)
                   AND last >= ? ORDER BY first LIMIT 1`;
    return this.#pages(query, place, place)[0] ?? null;
  }

  lastPage(): Page | null {
    return this.#pages("ORDER BY first DESC LIMIT 1")[0] ?? null;
  }

  bindings(): ClientBinding[] {
    return this.#sql
      .exec<{ client: number; person: string; village: string | null }>(
        "SELECT client, person, village FROM clients ORDER BY client",
      )
      .toArray()
      .map((row) => ({
        client: row.client,
        author: { personId: row.person, villageId: row.village },
      }));
  }

  lastIssuedId(): number {
    return getMeta(this.#sql, "lastIssuedId") ?? 0;
  }

  schemaVersion(): number | null {
    return getMeta(this.#sql, "schemaVersion");
  }

  seal(): { key: Uint8Array; epoch: number } {
    const key = getMeta<ArrayBuffer>(this.#sql, "sealKey");
    if (key === null) throw new Error("a room has lost its key");
    return { key: new Uint8Array(key), epoch: getMeta(this.#sql, "epoch") ?? 1 };
  }

  redactions(): readonly Redaction[] {
    return JSON.parse(getMeta<string>(this.#sql, "redactions") ?? "[]");
  }

  repackFrom(): number | null {
    return getMeta(this.#sql, "repackFrom");
  }

  repack({ pages, from }: Repacking): number {
    return this.#write(() => {
      let rows = 0;
      for (const page of pages) {
        const { first, last } = page;
        rows += this.#run("DELETE FROM page_parts WHERE first BETWEEN ? AND ?", first, last);
        // The first page's row is replaced, which is a row less than deleting it.
        rows += this.#run("DELETE FROM pages WHERE first > ? AND first <= ?", first, last);
        rows += this.#insertPage(page, rows, "REPLACE");
      }
      rows += this.#putRepackFrom(from);
      return rows + this.#putRowsBeside(rows);
    });
  }

  beginImport(): void {
    this.#write(() => putMeta(this.#sql, "importing", 1));
  }

  finishImport({ epoch, repackFrom, redactions }: Imported): void {
    this.#write(() => {
      let rows = putMeta(this.#sql, "epoch", epoch) + this.#putRepackFrom(repackFrom);
      if (redactions.length > 0) {
        rows += putMeta(this.#sql, "redactions", JSON.stringify(redactions));
      }
      rows += deleteMeta(this.#sql, "importing");
      return rows + this.#putRowsBeside(rows);
    });
  }

  clear(): void {
    this.#storage.transactionSync(() => {
      for (const table of ["pages", "page_parts", "clients", "checkpoints", "meta"]) {
        this.#sql.exec(`DROP TABLE ${table}`);
      }
    });
    migrate(this.#storage, this.#clock());
  }

  /** Runs `work` whole or not at all; it returns the rows that it wrote. */
  #write(work: () => number): number {
    const rows = this.#storage.transactionSync(work);
    this.#dayRows.add(this.#clock(), rows);
    return rows;
  }

  /** @param rowsBefore written before in the same transaction */
  #insertPage(
    { first, last, at, entries }: Page,
    rowsBefore: number,
    how: "INSERT" | "REPLACE" = "INSERT",
  ): number {
    const [value = new Uint8Array(), ...rest] = cutIntoParts(entries);
    const insertPart = "INSERT INTO page_parts (first, part, entries) VALUES (?, ?, ?)";
    for (const [part, bytes] of rest.entries()) this.#run(insertPart, first, part, bytes);
    const dayRows = this.#dayRows.on(this.#clock()) + rowsBefore + rest.length + 1;
    const insert = `${how} INTO pages (first, last, at, entries, dayRows) VALUES (?, ?, ?, ?, ?)`;
    return rest.length + this.#run(insert, first, last, at, value, dayRows);
  }

  #growPage({ first, last, at, entries }: Page, rowsBefore: number): number {
    const dayRows = this.#dayRows.on(this.#clock()) + rowsBefore + 1;
    // SQLite makes a text of two joined blobs, with all of their bytes.
    const update = `UPDATE pages SET last = ?, at = ?, dayRows = ?,
                    entries = CAST(entries || ? AS BLOB) WHERE first = ?`;
    const rows = this.#run(update, last, at, dayRows, entries, first);
    if (rows === 0) throw new Error("the page to grow is not there");
    return rows;
  }

  #putRepackFrom(from: number | null): number {
    return from === null
      ? deleteMeta(this.#sql, "repackFrom")
      : putMeta(this.#sql, "repackFrom", from);
  }

  /** Keeps the day's count where no page of the day may follow that would carry it. */
  #putRowsBeside(rowsBefore: number): number {
    const at = this.#clock();
    const rows = this.#dayRows.on(at) + rowsBefore + 1;
    return putMeta(this.#sql, "rowsBeside", JSON.stringify({ at, rows }));
  }

  #pages(condition: string, ...values: Value[]): Page[] {
    return this.#sql
      .exec<PageRow>(`SELECT first, last, at, entries FROM pages ${condition}`, ...values)
      .toArray()
      .map((row) => ({ ...row, entries: this.#whole(row) }));
  }

  #whole({ first, entries }: PageRow): Uint8Array {
    // Only a full row can have parts beside it.
    if (entries.byteLength < maxValueBytes) return new Uint8Array(entries);
    const rest = this.#sql
      .exec<{ entries: ArrayBuffer }>(
        "SELECT entries FROM page_parts WHERE first = ? ORDER BY part",
        first,
      )
      .toArray();
    return joinParts([entries, ...rest.map((part) => part.entries)]);
  }

  #resumeDay(): void {
    const query = "SELECT at, dayRows FROM pages ORDER BY first DESC LIMIT 1";
    const [page] = this.#sql.exec<{ at: number; dayRows: number | null }>(query).toArray();
    if (page) this.#dayRows.resume({ at: page.at, rows: page.dayRows ?? 0 });
    const beside = getMeta<string>(this.#sql, "rowsBeside");
    if (beside !== null) this.#dayRows.resume(JSON.parse(beside));
  }

  #run(query: string, ...values: Value[]): number {
    return this.#sql.exec(query, ...values).rowsWritten;
  }
}
