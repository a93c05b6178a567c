import { startOfDay } from "../commit-clock.ts";
import { deleteMeta, getMeta, putMeta } from "./room-meta.ts";

/**
 * How a room's tables came to be, oldest first; a room takes the steps that it lacks. A step that
 * stands in a release is never changed: what it made is on disk.
 */
const steps: readonly ((sql: SqlStorage, now: number) => void)[] = [
  createTables,
  growPages,
  compressPages,
];

export const storageVersion = steps.length;

/** Whether a log's tables were made here, with or without a log; asking writes nothing. */
export function holdsTables(sql: SqlStorage): boolean {
  return hasTable(sql, "pages") && hasTable(sql, "meta");
}

/** Whether a log was ever begun here; asking writes nothing. */
export function holdsLog(sql: SqlStorage): boolean {
  if (!holdsTables(sql)) return false;
  const pages = sql.exec("SELECT first FROM pages LIMIT 1").toArray();
  return pages.length > 0 && getMeta(sql, "importing") === null;
}

/** Of a room that holds a log the number of its last entry. */
export function lastPlace(sql: SqlStorage): number {
  return sql.exec<{ last: number }>("SELECT max(last) AS last FROM pages").one().last;
}

/**
 * Brings a room's tables to this version, whole or not at all.
 * @param now ms since 1970
 * @throws when a newer version wrote them; nothing is touched then
 */
export function migrate(storage: DurableObjectStorage, now: number): void {
  const { sql } = storage;
  const version = hasTable(sql, "meta") ? (getMeta(sql, "storageVersion") ?? 0) : 0;
  if (version > storageVersion) throw new Error(`storage of version ${version} is too new`);
  if (version === storageVersion) return;
  storage.transactionSync(() => {
    for (const step of steps.slice(version)) step(sql, now);
    putMeta(sql, "storageVersion", storageVersion);
  });
}

function createTables(sql: SqlStorage): void {
  sql.exec("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
  sql.exec(
    "CREATE TABLE pages (first INTEGER PRIMARY KEY, last INTEGER, at INTEGER, entries BLOB)",
  );
  sql.exec("CREATE TABLE clients (client INTEGER PRIMARY KEY, person TEXT, village TEXT)");
  sql.exec(
    `CREATE TABLE checkpoints (place INTEGER, part INTEGER, state BLOB,
     PRIMARY KEY (place, part)) WITHOUT ROWID`,
  );
  putMeta(sql, "sealKey", crypto.getRandomValues(new Uint8Array(32)));
  putMeta(sql, "epoch", 1);
}

/** Pages grow in place, may be larger than a row, and carry the rows written on their day. */
function growPages(sql: SqlStorage, now: number): void {
  sql.exec("ALTER TABLE pages ADD COLUMN dayRows INTEGER");
  sql.exec(
    `CREATE TABLE page_parts (first INTEGER, part INTEGER, entries BLOB,
     PRIMARY KEY (first, part)) WITHOUT ROWID`,
  );
  const [page] = sql.exec<{ first: number }>("SELECT min(first) AS first FROM pages").toArray();
  if (!page?.first) return;
  // Version 1 wrote a page a commit, and documents of the schema's first version alone.
  putMeta(sql, "repackFrom", page.first);
  putMeta(sql, "schemaVersion", 1);
  const { rows } = sql
    .exec<{ rows: number }>(
      `SELECT count(*) AS rows FROM pages WHERE first > coalesce(
       (SELECT first FROM pages WHERE at < ? ORDER BY first DESC LIMIT 1), 0)`,
      startOfDay(now),
    )
    .one();
  putMeta(sql, "rowsBeside", JSON.stringify({ at: now, rows }));
}

/** Repacked pages are compressed from here on: what was repacked before is done once more. */
function compressPages(sql: SqlStorage): void {
  deleteMeta(sql, "repackFrom");
}

function hasTable(sql: SqlStorage, name: string): boolean {
  return sql.exec("SELECT name FROM sqlite_master WHERE name = ?", name).toArray().length > 0;
}
