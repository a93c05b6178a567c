import { Node } from "@tiptap/pm/model";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import { documentSchema, fragmentName, schemaVersion } from "../../domain/document/schema.ts";
import { DocumentState } from "../document-state.ts";
import { firstVersion, writeFirstVersion } from "../testing/first-version.ts";
import { commitOf, pageOf } from "../testing/log-store-contract.ts";
import { onFreshStorage } from "../testing/room-storage.ts";
import { decodePage } from "./page-codec.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";

const evening = Date.UTC(2026, 10, 24, 12);

function dump({ sql }: DurableObjectStorage) {
  const tables = sql.exec<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master");
  return tables.toArray().map(({ name, sql: made }) => ({
    made,
    rows: name.startsWith("sqlite_") || name.startsWith("_cf") ? [] : readAll(sql, name),
  }));
}

function readAll(sql: SqlStorage, table: string) {
  return sql.exec(`SELECT * FROM ${table}`).toArray();
}

test("[R11] a log of the first storage version opens with all of its entries", () =>
  onFreshStorage((storage) => {
    writeFirstVersion(storage);
    expect(SqliteLogStore.isIn(storage)).toBe(true);
    const store = new SqliteLogStore(storage, () => evening);
    expect(store.pagesAfter(0)).toEqual(firstVersion.pages);
    expect(store.bindings()).toHaveLength(firstVersion.clients.length);
    expect(store.lastIssuedId()).toBe(firstVersion.lastIssuedId);
    expect(store.seal()).toEqual({ key: firstVersion.sealKey, epoch: 1 });
    expect(store.schemaVersion()).toBe(1);
    expect(store.repackFrom()).toBeNull();
    expect(store.rowsWrittenOn(evening)).toBe(firstVersion.pages.length);
    store.commit(commitOf(pageOf(6, 6)));
    expect(new SqliteLogStore(storage).pagesAfter(0)).toEqual([
      ...firstVersion.pages,
      pageOf(6, 6),
    ]);
  }));

test("an old document opens under today's schema, valid, with its words, ids and authors", () =>
  onFreshStorage((storage) => {
    writeFirstVersion(storage);
    const { doc, log } = DocumentState.open(new SqliteLogStore(storage), null, evening);
    const fragment = doc.getXmlFragment(fragmentName);
    Node.fromJSON(documentSchema, yXmlFragmentToProsemirrorJSON(fragment)).check();
    for (const words of firstVersion.text) expect(fragment.toString()).toContain(words);
    const ids = [...fragment.toString().matchAll(/ id="(n\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(Array.from({ length: firstVersion.lastIssuedId }, (_, i) => `n${i + 1}`));
    expect(log.issueId()).toBe("n28");
    expect(log.authorOf(11)).toEqual({ personId: "participant-a", villageId: "village-a" });
    expect(log.lastEditedAt).toBe(firstVersion.pages.at(-1)?.at);
  }));

test("[R11] a page of the first storage version grows, and its entries stay as they were", () =>
  onFreshStorage((storage) => {
    writeFirstVersion(storage);
    const store = new SqliteLogStore(storage);
    const { log } = DocumentState.open(store, null, evening);
    const before = store.pagesAfter(0).flatMap(({ entries }) => decodePage(entries));
    const author = { personId: "participant-b", villageId: "village-b" };
    const entry = { author, at: evening, update: Uint8Array.of(0, 0) };
    log.append(entry);
    log.commit(evening);
    const pages = store.pagesAfter(0);
    expect(pages).toHaveLength(firstVersion.pages.length);
    expect(pages.flatMap(({ entries }) => decodePage(entries))).toEqual([...before, entry]);
  }));

test("storage of a newer version is refused, and nothing in it is touched", () =>
  onFreshStorage((storage) => {
    writeFirstVersion(storage);
    storage.sql.exec("UPDATE meta SET value = 99 WHERE key = 'storageVersion'");
    const before = dump(storage);
    expect(() => new SqliteLogStore(storage)).toThrow("version 99");
    expect(dump(storage)).toEqual(before);
  }));

test("a document of a newer schema is refused after a rollback, and nothing is written", () =>
  onFreshStorage((storage) => {
    writeFirstVersion(storage);
    const store = new SqliteLogStore(storage);
    store.commit(commitOf(pageOf(6, 6), { schemaVersion: schemaVersion + 1 }));
    const before = dump(storage);
    expect(() => DocumentState.open(new SqliteLogStore(storage), null, evening)).toThrow("too new");
    expect(dump(storage)).toEqual(before);
  }));
