import { expect, test } from "vitest";
import {
  bytesOf,
  commitOf,
  logStoreContract,
  morning,
  pageOf,
} from "../testing/log-store-contract.ts";
import { LogMemory, MemoryLogStore } from "../testing/memory-log-store.ts";
import { countedRows, onFreshStorage } from "../testing/room-storage.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";
import { maxValueBytes } from "./value-parts.ts";

logStoreContract("SQLite", (work) =>
  onFreshStorage((storage) => work(() => new SqliteLogStore(storage, () => morning))),
);

logStoreContract("memory", async (work) => {
  const memory = new LogMemory();
  work(() => new MemoryLogStore(memory, () => morning));
});

test("a store counts the rows that SQLite's own cursors count", () =>
  onFreshStorage((storage) => {
    const store = new SqliteLogStore(storage, () => morning);
    const rows = countedRows(storage);
    let claimed = 0;
    const check = (written: number) => {
      claimed += written;
      expect(claimed).toBe(rows.written);
      expect(store.rowsWrittenOn(morning)).toBe(rows.written);
    };
    const bindings = [{ client: 7, author: { personId: "ani", villageId: null } }];
    check(store.commit(commitOf(pageOf(1, 1), { bindings, lastIssuedId: 4, schemaVersion: 1 })));
    check(store.commit(commitOf(pageOf(1, 2), { isGrowth: true })));
    check(store.commit(commitOf(pageOf(1, 3), { isGrowth: true, lastIssuedId: 5 })));
    check(store.commit(commitOf(pageOf(4, 4, bytesOf(2 * maxValueBytes + 1)))));
    check(store.putCheckpoint({ place: 3, state: bytesOf(maxValueBytes + 1) }));
    check(store.putCheckpoint({ place: 4, state: bytesOf(10) }));
    check(store.commit(commitOf(pageOf(5, 5))));
    check(store.repack({ pages: [pageOf(1, 4)], from: 5 }));
    check(store.repack({ pages: [], from: null }));
    expect(new SqliteLogStore(storage, () => morning).rowsWrittenOn(morning)).toBe(rows.written);
  }));
