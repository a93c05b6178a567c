import { expect, test } from "vitest";
import { bytesOf } from "../testing/log-store-contract.ts";
import { onFreshStorage } from "../testing/room-storage.ts";
import { DocumentLog } from "./document-log.ts";
import type { LogStore } from "./log-store.ts";
import { decodePage, emptyPage, encodeStretch, type LogEntry } from "./page-codec.ts";
import { repackWhenCalm } from "./page-packing.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";

const yesterday = Date.UTC(2026, 10, 23, 5);
const noon = Date.UTC(2026, 10, 24, 5);
const rowsPerDay = 25_000;

/** A log with a page for each commit, as rooms wrote them at first, and what it holds. */
function onOldLog(lengths: readonly number[], work: (store: LogStore, all: LogEntry[]) => void) {
  return onFreshStorage((storage) => {
    let now = yesterday;
    const store = new SqliteLogStore(storage, () => now);
    const log = new DocumentLog(store, 0);
    const entries = lengths.map((length, index) => ({
      author: { personId: `person-${index % 3}`, villageId: index % 2 ? "village-a" : null },
      at: yesterday + index,
      update: bytesOf(length, index),
    }));
    for (const entry of entries) {
      log.append(entry);
      log.commit(entry.at);
    }
    now = noon;
    work(store, entries);
  });
}

/** As strings: comparing bytes one by one takes seconds. */
function written(entries: readonly LogEntry[]): string[] {
  return entries.map(({ author, at, update }) =>
    JSON.stringify([author, at, Buffer.from(update).toString("base64")]),
  );
}

function writtenIn(store: LogStore): string[] {
  return written(store.pagesAfter(0).flatMap(({ entries }) => decodePage(entries)));
}

const many = Array.from({ length: 730 }, (_, index) => 20 + (index % 50));

test("[R11] small pages are repacked in bounded steps, and every entry is as it was", () =>
  onOldLog(many, (store, all) => {
    const newest = store.lastPage();
    let calls = 0;
    for (let rows = 1; rows > 0; calls++) {
      rows = repackWhenCalm(store, noon, rowsPerDay);
      expect(rows).toBeLessThanOrEqual(202);
      expect(writtenIn(store)).toEqual(written(all));
    }
    expect(calls).toBeLessThan(12);
    const pages = store.pagesAfter(0);
    expect(pages.length).toBeLessThan(4);
    const before = all.reduce((sum, { update }) => sum + update.byteLength, 0);
    const after = pages.reduce((sum, { entries }) => sum + entries.byteLength, 0);
    expect(after).toBeLessThan(before / 2);
    expect(pages.at(-1)).toEqual(newest);
    expect(repackWhenCalm(store, noon, rowsPerDay)).toBe(0);
  }));

test("[R11] pages of the usual size are compressed by fours, once, and cost few rows", () =>
  onOldLog(Array(43).fill(16_000), (store, all) => {
    const rowsBefore = store.rowsWrittenOn(noon);
    while (repackWhenCalm(store, noon, rowsPerDay) > 0);
    expect(writtenIn(store)).toEqual(written(all));
    const firsts = () => store.pagesAfter(0).map(({ first }) => first);
    expect(firsts()).toEqual([...Array.from({ length: 10 }, (_, at) => 4 * at + 1), 41, 42, 43]);
    expect(store.rowsWrittenOn(noon) - rowsBefore).toBeLessThanOrEqual(10 * 4 + 6 * 2);
    const packed = store.pagesAfter(0).slice(0, 10);
    for (let place = 44; place <= 46; place++) {
      const update = bytesOf(16_000, place);
      const entry = { author: { personId: "ani", villageId: null }, at: yesterday, update };
      const { bytes } = encodeStretch([entry], emptyPage);
      const page = { first: place, last: place, at: yesterday, entries: bytes };
      const nothing = { bindings: [], lastIssuedId: null, schemaVersion: null };
      store.commit({ page, isGrowth: false, ...nothing });
    }
    expect(repackWhenCalm(store, noon, rowsPerDay)).toBe(4 + 2);
    expect(firsts().slice(10)).toEqual([41, 45, 46]);
    expect(store.pagesAfter(0).slice(0, 10)).toEqual(packed);
  }));

test("[R11] large pages stay by themselves among repacked small ones", () =>
  onOldLog([100, 100, 90_000, 100, 1_200_000, 1_200_000, 100, 100, 100], (store, all) => {
    while (repackWhenCalm(store, noon, rowsPerDay) > 0);
    expect(writtenIn(store)).toEqual(written(all));
    expect(store.pagesAfter(0).map(({ first }) => first)).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    const sizes = store.pagesAfter(0).map(({ entries }) => entries.byteLength);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  }));

test("nothing is repacked while people write, nor once half of the day's rows are used", () =>
  onOldLog(many, (store) => {
    const lastAt = store.lastPage()?.at ?? 0;
    expect(repackWhenCalm(store, lastAt + 59_000, rowsPerDay)).toBe(0);
    expect(repackWhenCalm(store, noon, 300)).toBe(0);
    expect(store.pagesAfter(0)).toHaveLength(many.length);
  }));

test("[R11] a damaged page is not replaced", () =>
  onOldLog(many.slice(0, 50), (store) => {
    const [page] = store.pagesAfter(20);
    if (!page) throw new Error("no page");
    store.repack({ pages: [{ ...page, entries: page.entries.subarray(0, -3) }], from: 1 });
    const before = store.pagesAfter(0);
    expect(() => repackWhenCalm(store, noon, rowsPerDay)).toThrow();
    expect(store.pagesAfter(0)).toEqual(before);
  }));
