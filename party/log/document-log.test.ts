import { expect, test } from "vitest";
import * as Y from "yjs";
import { schemaVersion } from "../../domain/document/schema.ts";
import { commitOf, pageOf } from "../testing/log-store-contract.ts";
import { onFreshStorage } from "../testing/room-storage.ts";
import { DocumentLog } from "./document-log.ts";
import type { LogStore } from "./log-store.ts";
import { decodePage } from "./page-codec.ts";
import { smallPageBytes } from "./page-packing.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";
import { maxValueBytes } from "./value-parts.ts";

const noon = Date.UTC(2026, 10, 24, 5);
const ani = { personId: "ani", villageId: "village-a" };

/** A document whose every change is an entry of the log, as in the room. */
function openDocument(store: LogStore) {
  const doc = new Y.Doc();
  const log = new DocumentLog(store);
  log.replayInto(doc);
  const text = doc.getText("text");
  let at = noon + log.place;
  doc.on("update", (update) => log.append({ author: ani, at: at++, update }));
  const write = (letters: string) => {
    for (const letter of letters) text.insert(text.length, letter);
    log.commit(at);
    log.checkpointIfDue(doc);
  };
  return { doc, log, text, write };
}

function placesOf(store: LogStore): number[][] {
  return store.pagesAfter(0).map(({ first, last }) => [first, last]);
}

test("commits fill one page after the other, each commit in one row, also after opening again", () =>
  onFreshStorage((storage) => {
    const before = openDocument(new SqliteLogStore(storage));
    for (let commit = 0; commit < 40; commit++) before.write("sepuluh ka");
    const store = new SqliteLogStore(storage);
    const { log, write } = openDocument(store);
    for (let commit = 0; commit < 40; commit++) {
      write("sepuluh ka");
      expect(log.rowsOfLastCommit).toBe(1);
    }
    const pages = store.pagesAfter(0);
    expect(pages).toHaveLength(2);
    expect(pages[0]?.entries.byteLength).toBeGreaterThan(smallPageBytes - 1000);
    expect(pages[0]?.entries.byteLength).toBeLessThanOrEqual(smallPageBytes);
    const entries = pages.flatMap((page) => decodePage(page.entries));
    expect(entries.map(({ at }) => at)).toEqual(entries.map((_, index) => noon + index));
    expect(placesOf(store).flat().at(-1)).toBe(800);
  }));

test("opening never replays more than 4,000 entries, and a checkpoint may cut through a page", () =>
  onFreshStorage((storage) => {
    const { doc, log, write } = openDocument(new SqliteLogStore(storage));
    write("x".repeat(3999));
    const store = new SqliteLogStore(storage);
    expect(store.newestCheckpoint()).toBeNull();
    write("y");
    expect(store.newestCheckpoint()?.place).toBe(4000);
    write("zz");
    expect(log.rowsOfLastCommit).toBe(2);
    expect(store.pagesAfter(4000)[0]?.first).toBeLessThanOrEqual(4001);
    const again = openDocument(store);
    expect(again.text.toString()).toBe(doc.getText("text").toString());
    expect(again.log.place).toBe(4002);
  }));

test("an edit of the room that is larger than a row is written, and the log goes on", () =>
  onFreshStorage((storage) => {
    const { text, write, log } = openDocument(new SqliteLogStore(storage));
    const large = "besar ".repeat(Math.ceil((2 * maxValueBytes) / 6));
    text.insert(0, large);
    write("!");
    expect(log.rowsOfLastCommit).toBeGreaterThan(2);
    write("?");
    const again = openDocument(new SqliteLogStore(storage));
    expect(again.text.toString()).toBe(`${large}!?`);
  }));

test("the document's schema version is kept with its first commit, and rises with a commit", () =>
  onFreshStorage((storage) => {
    const store = new SqliteLogStore(storage);
    const { write } = openDocument(store);
    expect(store.schemaVersion()).toBeNull();
    write("a");
    expect(store.schemaVersion()).toBe(schemaVersion);
    store.commit(commitOf(pageOf(2, 2), { schemaVersion: schemaVersion - 1 }));
    const log = new DocumentLog(store, 0);
    expect(store.schemaVersion()).toBe(schemaVersion - 1);
    log.append({ author: ani, at: noon, update: Uint8Array.of(0, 0) });
    log.commit(noon);
    expect(store.schemaVersion()).toBe(schemaVersion);
  }));

test("the time of the last edit is the last commit's after the template, also in the first page", () =>
  onFreshStorage((storage) => {
    const { log, write } = openDocument(new SqliteLogStore(storage));
    write("t");
    expect(log.lastEditedAt).toBeNull();
    expect(openDocument(new SqliteLogStore(storage)).log.lastEditedAt).toBeNull();
    write("a");
    expect(log.lastEditedAt).toBe(noon + 2);
    const store = new SqliteLogStore(storage);
    expect(placesOf(store)).toEqual([[1, 2]]);
    expect(new DocumentLog(store).lastEditedAt).toBe(noon + 2);
  }));
