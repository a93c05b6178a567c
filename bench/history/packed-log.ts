import { DatabaseSync } from "node:sqlite";
import type { DurableObjectStorage } from "@cloudflare/workers-types";
import { DocumentLog } from "../../party/log/document-log.ts";
import type { LogStore } from "../../party/log/log-store.ts";
import { decodePage, type LogEntry } from "../../party/log/page-codec.ts";
import { repackWhenCalm } from "../../party/log/page-packing.ts";
import { SqliteLogStore } from "../../party/log/sqlite-log-store.ts";
import { nodeStorage } from "../storage/node-storage.ts";

/** Of one commit: a forum of three hours makes so many in its 500 ms. */
const entriesPerCommit = 12;
/** Much later: the room is calm. */
const nextDay = 24 * 3_600_000;

export interface PackedLog {
  pages: number;
  bytes: number;
  packedPages: number;
  packedBytes: number;
  steps: number;
  /** All rows that repacking wrote, and the most of one step. */
  rows: number;
  maxStepRows: number;
  ms: number;
  maxStepMs: number;
  /** To read the whole log back out of compressed pages. */
  readMs: number;
}

/** A log as the room writes it, repacked by the room's own code. @throws when an entry is not intact */
export function packLog(entries: readonly LogEntry[]): PackedLog {
  const database = new DatabaseSync(":memory:");
  let now = entries.at(-1)?.at ?? 0;
  const storage = nodeStorage(database) as unknown as DurableObjectStorage;
  const store = new SqliteLogStore(storage, () => now);
  writeLog(store, entries);
  const before = sizeOf(database);
  now += nextDay;
  const steps: { rows: number; ms: number }[] = [];
  for (let rows = 1; rows > 0; ) {
    const startedAt = performance.now();
    rows = repackWhenCalm(store, now, 25_000);
    steps.push({ rows, ms: performance.now() - startedAt });
  }
  const after = sizeOf(database);
  const startedAt = performance.now();
  const read = store.pagesAfter(0).flatMap((page) => decodePage(page.entries));
  const readMs = performance.now() - startedAt;
  if (!areEqual(read, entries)) throw new Error("an entry was changed");
  database.close();
  return {
    ...before,
    packedPages: after.pages,
    packedBytes: after.bytes,
    steps: steps.length,
    rows: steps.reduce((sum, step) => sum + step.rows, 0),
    maxStepRows: Math.max(...steps.map((step) => step.rows)),
    ms: steps.reduce((sum, step) => sum + step.ms, 0),
    maxStepMs: Math.max(...steps.map((step) => step.ms)),
    readMs,
  };
}

function writeLog(store: LogStore, entries: readonly LogEntry[]): void {
  const log = new DocumentLog(store);
  for (const [index, entry] of entries.entries()) {
    log.append(entry);
    if ((index + 1) % entriesPerCommit === 0) log.commit(entry.at);
  }
  log.commit(entries.at(-1)?.at ?? 0);
}

function sizeOf(database: DatabaseSync): { pages: number; bytes: number } {
  const query = "SELECT count(*) AS pages, sum(length(entries)) AS bytes FROM pages";
  const { pages, bytes } = database.prepare(query).get() ?? {};
  return { pages: Number(pages), bytes: Number(bytes) };
}

function areEqual(a: readonly LogEntry[], b: readonly LogEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ author, at, update }, index) => {
      const other = b[index];
      return (
        other?.at === at &&
        other.author.personId === author.personId &&
        other.author.villageId === author.villageId &&
        Buffer.compare(Buffer.from(update), Buffer.from(other.update)) === 0
      );
    })
  );
}
