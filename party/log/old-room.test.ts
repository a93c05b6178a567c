import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { schemaVersion } from "../../domain/document/schema.ts";
import { closeCodes } from "../close-codes.ts";
import { firstVersion, writeFirstVersion } from "../testing/first-version.ts";
import { closeCodeFor, RoomClient } from "../testing/room-client.ts";
import { person } from "../testing/room-people.ts";
import { decodePage, emptyPage, encodeStretch } from "./page-codec.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";

const ani = person("participant-a");
const noChange = Uint8Array.of(0, 0);

function inStorage<T>(name: string, work: (storage: DurableObjectStorage) => T): Promise<T> {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(name), (_room, { storage }) =>
    work(storage),
  );
}

test("[R11] a room of the first version opens after a calm time, repacks its pages and goes on", async () => {
  const entry = { author: { personId: "room", villageId: null }, at: 0, update: noChange };
  const { bytes } = encodeStretch([entry], emptyPage);
  await inStorage("old", (storage) => {
    writeFirstVersion(storage);
    for (const place of [6, 7]) {
      storage.sql.exec("INSERT INTO pages VALUES (?, ?, 0, ?)", place, place, bytes);
    }
    storage.sql.exec("UPDATE pages SET at = 0");
  });
  const client = await RoomClient.open("old", ani);
  for (const words of firstVersion.text) expect(client.text).toContain(words);
  const pagesNow = () => inStorage("old", (storage) => new SqliteLogStore(storage).pagesAfter(0));
  await vi.waitUntil(async () => (await pagesNow()).length === 2, { timeout: 10_000 });
  client.type(client.container("kind", "problem"), "Lanjut.");
  await client.untilSaved();
  const before = [
    ...firstVersion.pages.flatMap(({ entries }) => decodePage(entries)),
    ...[entry, entry],
  ];
  await inStorage("old", (storage) => {
    const store = new SqliteLogStore(storage);
    const pages = store.pagesAfter(0);
    expect(pages.map(({ first, last }) => [first, last])).toEqual([
      [1, 6],
      [7, 8],
    ]);
    const entries = pages.flatMap((page) => decodePage(page.entries));
    expect(entries.slice(0, -1)).toEqual(before);
    expect(entries.at(-1)?.author.personId).toBe("participant-a");
    expect(pages[0]?.entries.byteLength).toBeLessThan(1500);
    expect(store.repackFrom()).toBe(7);
  });
});

test("[R8] a room whose document is newer than the code lets nobody in and writes nothing", async () => {
  const dump = (storage: DurableObjectStorage) =>
    ["meta", "pages", "clients", "checkpoints"].map((table) =>
      storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
    );
  const before = await inStorage("of-tomorrow", (storage) => {
    writeFirstVersion(storage);
    new SqliteLogStore(storage);
    const query = "UPDATE meta SET value = ? WHERE key = 'schemaVersion'";
    storage.sql.exec(query, schemaVersion + 1);
    return dump(storage);
  });
  expect(await closeCodeFor("of-tomorrow", ani)).toBe(closeCodes.storageFailed);
  expect(await inStorage("of-tomorrow", dump)).toEqual(before);
});
