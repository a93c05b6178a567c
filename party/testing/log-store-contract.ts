import { expect, test } from "vitest";
import type { Commit, LogStore, Page } from "../log/log-store.ts";
import { maxValueBytes } from "../log/value-parts.ts";

/** Runs `work` with a way to open a store, again and again, on the same empty storage. */
export type UseStores = (work: (open: () => LogStore) => void) => Promise<void>;

export const morning = Date.UTC(2026, 10, 24, 2);

export function bytesOf(length: number, seed = 1): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + seed) % 256);
}

export function pageOf(first: number, last: number, entries = bytesOf(40, first)): Page {
  return { first, last, at: morning + last, entries };
}

export function commitOf(page: Page, changes: Partial<Commit> = {}): Commit {
  const nothing = { bindings: [], lastIssuedId: null, schemaVersion: null };
  return { page, isGrowth: false, ...nothing, ...changes };
}

const ani = { personId: "ani", villageId: "village-a" };
const budi = { personId: "budi", villageId: null };
const limits = [maxValueBytes - 1, maxValueBytes, maxValueBytes + 1, 3 * maxValueBytes + 7];

/** What every store of a log keeps. Clocks stand at `morning`. */
export function logStoreContract(name: string, useStores: UseStores): void {
  test(`${name}: an empty log has nothing, and a key of its own that stays`, () =>
    useStores((open) => {
      const store = open();
      expect(store.lastPage()).toBeNull();
      expect(store.newestCheckpoint()).toBeNull();
      expect(store.bindings()).toEqual([]);
      expect(store.lastIssuedId()).toBe(0);
      expect(store.schemaVersion()).toBeNull();
      expect(store.repackFrom()).toBeNull();
      expect(store.redactions()).toEqual([]);
      expect(store.seal().key).toHaveLength(32);
      expect(open().seal()).toEqual(store.seal());
    }));

  test(`${name}: [R1] a commit is there whole after opening again`, () =>
    useStores((open) => {
      const bindings = [
        { client: 4_294_967_295, author: budi },
        { client: 7, author: ani },
      ];
      const extras = { bindings, lastIssuedId: 12, schemaVersion: 1 };
      expect(open().commit(commitOf(pageOf(1, 3), extras))).toBe(5);
      const store = open();
      expect(store.pagesAfter(0)).toEqual([pageOf(1, 3)]);
      expect(store.lastPage()).toEqual(pageOf(1, 3));
      expect(store.bindings()).toEqual([...bindings].reverse());
      expect(store.lastIssuedId()).toBe(12);
      expect(store.schemaVersion()).toBe(1);
    }));

  test(`${name}: [R1] a commit that fails leaves nothing`, () =>
    useStores((open) => {
      const store = open();
      store.commit(commitOf(pageOf(1, 1), { bindings: [{ client: 7, author: ani }] }));
      const rows = store.rowsWrittenOn(morning);
      const bindings = [
        { client: 8, author: budi },
        { client: 7, author: budi },
      ];
      const failing = commitOf(pageOf(2, 2), { bindings, lastIssuedId: 5, schemaVersion: 9 });
      expect(() => store.commit(failing)).toThrow();
      expect(() => store.commit(commitOf(pageOf(1, 1)))).toThrow();
      expect(() => store.commit(commitOf(pageOf(2, 2), { isGrowth: true }))).toThrow();
      expect(store.lastPage()).toEqual(pageOf(1, 1));
      expect(store.bindings()).toEqual([{ client: 7, author: ani }]);
      expect([store.lastIssuedId(), store.schemaVersion()]).toEqual([0, null]);
      expect(store.rowsWrittenOn(morning)).toBe(rows);
    }));

  test(`${name}: [R11] a page grows in one row, and what it held stays as it was`, () =>
    useStores((open) => {
      const store = open();
      store.commit(commitOf(pageOf(1, 1, bytesOf(300))));
      const growth = pageOf(1, 4, bytesOf(256, 200));
      expect(store.commit(commitOf(growth, { isGrowth: true }))).toBe(1);
      const grown = open().lastPage();
      expect(grown).toMatchObject({ first: 1, last: 4, at: morning + 4 });
      expect(grown?.entries).toEqual(new Uint8Array([...bytesOf(300), ...bytesOf(256, 200)]));
    }));

  test(`${name}: the pages after a place begin with the one that holds the next entry`, () =>
    useStores((open) => {
      const store = open();
      const pages = [pageOf(1, 1), pageOf(2, 5), pageOf(6, 6), pageOf(7, 20)];
      for (const page of pages) store.commit(commitOf(page));
      const firstsAfter = (place: number) => store.pagesAfter(place).map(({ first }) => first);
      expect([0, 1, 2, 4].map(firstsAfter)).toEqual([
        [1, 2, 6, 7],
        [2, 6, 7],
        [2, 6, 7],
        [2, 6, 7],
      ]);
      expect([5, 6, 19, 20].map(firstsAfter)).toEqual([[6, 7], [7], [7], []]);
      const firstFrom = (place: number) => store.pageFrom(place)?.first ?? null;
      expect([1, 2, 5, 6, 20, 21].map(firstFrom)).toEqual([1, 2, 2, 6, 7, null]);
    }));

  test(`${name}: a checkpoint replaces the one before`, () =>
    useStores((open) => {
      const store = open();
      store.putCheckpoint({ place: 4, state: bytesOf(maxValueBytes + 9) });
      expect(store.putCheckpoint({ place: 9, state: bytesOf(50) })).toBe(3);
      expect(open().newestCheckpoint()).toEqual({ place: 9, state: bytesOf(50) });
    }));

  test.each(limits)(`${name}: a page and a checkpoint of %i bytes come back whole`, (length) =>
    useStores((open) => {
      const store = open();
      const rows = Math.ceil(length / maxValueBytes);
      const state = bytesOf(length, 3);
      expect(store.commit(commitOf(pageOf(1, 2, bytesOf(length))))).toBe(rows);
      expect(store.putCheckpoint({ place: 2, state })).toBe(rows);
      store.commit(commitOf(pageOf(3, 3)));
      expect(isSame(open().pageFrom(1)?.entries, bytesOf(length))).toBe(true);
      expect(isSame(open().newestCheckpoint()?.state, state)).toBe(true);
    }),
  );

  test(`${name}: the day's rows are known after opening again, and begin anew with the day`, () =>
    useStores((open) => {
      const store = open();
      const bindings = [{ client: 7, author: ani }];
      let rows = store.commit(commitOf(pageOf(1, 1), { bindings }));
      rows += store.putCheckpoint({ place: 1, state: bytesOf(9) });
      rows += store.commit(commitOf(pageOf(1, 2), { isGrowth: true }));
      expect(rows).toBe(4);
      expect(open().rowsWrittenOn(morning + 3_600_000)).toBe(rows);
      rows += store.repack({ pages: [], from: 2 });
      expect(open().rowsWrittenOn(morning)).toBe(rows);
      expect(open().rowsWrittenOn(morning + 24 * 3_600_000)).toBe(0);
    }));

  test(`${name}: [R11] repacked pages stand in for those between their entries`, () =>
    useStores((open) => {
      const store = open();
      for (let place = 1; place <= 6; place++) store.commit(commitOf(pageOf(place, place)));
      store.commit(commitOf(pageOf(7, 7, bytesOf(2 * maxValueBytes))));
      expect(store.repack({ pages: [pageOf(2, 4), pageOf(5, 7)], from: 5 })).toBe(5 + 1 + 2 + 1);
      expect(open().pagesAfter(0)).toEqual([pageOf(1, 1), pageOf(2, 4), pageOf(5, 7)]);
      expect(open().repackFrom()).toBe(5);
      store.repack({ pages: [], from: null });
      expect(open().repackFrom()).toBeNull();
    }));

  test(`${name}: an import that was broken off leaves an empty log, a finished one stays`, () =>
    useStores((open) => {
      const broken = open();
      broken.beginImport();
      broken.commit(commitOf(pageOf(1, 1), { bindings: [{ client: 7, author: ani }] }));
      broken.putCheckpoint({ place: 1, state: bytesOf(9) });
      const store = open();
      expect(store.lastPage()).toBeNull();
      expect([store.bindings(), store.newestCheckpoint()]).toEqual([[], null]);
      store.beginImport();
      store.commit(commitOf(pageOf(1, 1)));
      const redactions = [{ id: "r1", epoch: 3, place: 1, units: 4 }];
      store.finishImport({ epoch: 3, repackFrom: 1, redactions });
      expect(open().lastPage()).toEqual(pageOf(1, 1));
      expect([open().seal().epoch, open().repackFrom()]).toEqual([3, 1]);
      expect(open().redactions()).toEqual(redactions);
    }));
}

/** `toEqual` takes seconds for megabytes. */
function isSame(bytes: Uint8Array | undefined, expected: Uint8Array): boolean {
  return (
    bytes?.byteLength === expected.byteLength &&
    bytes.every((byte, index) => byte === expected[index])
  );
}
