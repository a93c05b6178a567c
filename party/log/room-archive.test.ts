import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createHash } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { schemaVersion } from "../../domain/document/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { writeFirstVersion } from "../testing/first-version.ts";
import { bytesOf, commitOf, morning, pageOf } from "../testing/log-store-contract.ts";
import { closeCodeFor, RoomClient } from "../testing/room-client.ts";
import { person, villages } from "../testing/room-people.ts";
import { DocumentLog } from "./document-log.ts";
import type { LogStore } from "./log-store.ts";
import { decodePage, emptyPage, encodeStretch } from "./page-codec.ts";
import { repackWhenCalm } from "./page-packing.ts";
import { type ImportResult, RoomArchive } from "./room-archive.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";
import { maxValueBytes } from "./value-parts.ts";

const source = "case-open";
const endFrameBytes = 37;
const ani = person("participant-a");
const budi = person("participant-b", { village: villages.b });

/** A room in which two people have written. */
beforeAll(async () => {
  await buildWorld();
  const a = await RoomClient.open(source, ani);
  const b = await RoomClient.open(source, budi);
  a.type(a.container("kind", "situation"), "Pagu turun.");
  b.type(b.container("village", "village-b"), "Kami menunda.");
  await a.untilSaved();
  await b.untilSaved();
});

function roomNamed(name: string) {
  return env.DOCUMENT_ROOM.getByName(name);
}

async function exported(name: string): Promise<Uint8Array> {
  const archive = await roomNamed(name).exportRoom();
  if (!archive) throw new Error("nobody has entered the room");
  return new Response(archive).bytes();
}

function imported(name: string, archive: Uint8Array) {
  const { body } = new Response(archive);
  if (!body) throw new Error("a response without a body");
  return roomNamed(name).importRoom(body);
}

function inStore<T>(name: string, work: (store: LogStore, storage: DurableObjectStorage) => T) {
  return runInDurableObject(roomNamed(name), (_room, { storage }) =>
    work(new SqliteLogStore(storage), storage),
  );
}

/** What is left of an import that was refused: nothing. */
function isEmpty(name: string): Promise<boolean> {
  return inStore(name, (store, storage) => {
    const nothing = [store.lastPage(), store.newestCheckpoint(), store.schemaVersion()];
    const isBlank = nothing.every((value) => value === null) && store.bindings().length === 0;
    return isBlank && store.lastIssuedId() === 0 && !SqliteLogStore.isIn(storage);
  });
}

test("a room that was exported and imported exports the same bytes, and the document is equal", async () => {
  const archive = await exported(source);
  expect(await imported("copy", archive)).toBe("imported");
  expect(await exported("copy")).toEqual(archive);
  const original = await RoomClient.open(source, ani);
  const copy = await RoomClient.open("copy", ani);
  expect(copy.text).toBe(original.text);
  expect(copy.text).toContain("Kami menunda.");
});

test("everything that a log can hold is in the archive, byte for byte", async () => {
  const read = (store: LogStore) => ({
    pages: store.pagesAfter(0).map((page) => ({ ...page, entries: digestOf(page.entries) })),
    bindings: store.bindings(),
    lastIssuedId: store.lastIssuedId(),
    schemaVersion: store.schemaVersion(),
    epoch: store.seal().epoch,
    repackFrom: store.repackFrom(),
    redactions: store.redactions(),
  });
  const full = await runInDurableObject(roomNamed("full"), (_room, { storage }) => {
    writeFirstVersion(storage);
    const store = new SqliteLogStore(storage);
    store.putCheckpoint({ place: 4, state: bytesOf(maxValueBytes + 1) });
    const log = new DocumentLog(store);
    const author = { personId: "participant-c", villageId: null };
    log.bind(33, author);
    log.append({ author, at: 1, update: bytesOf(2 * maxValueBytes) });
    log.commit(morning);
    store.beginImport();
    const redactions = [{ id: "r1", epoch: 7, place: 5, units: 9 }];
    store.finishImport({ epoch: 7, repackFrom: 2, redactions });
    return read(store);
  });
  const archive = await exported("full");
  expect(archive.byteLength).toBeGreaterThan(3 * maxValueBytes);
  expect(await imported("full-copy", archive)).toBe("imported");
  expect(digestOf(await exported("full-copy"))).toBe(digestOf(archive));
  const copy = await inStore("full-copy", read);
  expect(copy).toEqual(full);
  expect(copy).toMatchObject({ epoch: 7, repackFrom: 2, lastIssuedId: 27 });
  expect(copy.bindings).toHaveLength(4);
});

test("[R5] the copy knows whose a client id is, issues new ids, and has a key of its own", async () => {
  expect(await imported("moved", await exported(source))).toBe("imported");
  const keyOf = (store: LogStore) => [...store.seal().key].join();
  expect(await inStore("moved", keyOf)).not.toBe(await inStore(source, keyOf));
  const bindings = await inStore(source, (store) => store.bindings());
  const ofAni = bindings.find(({ author }) => author.personId === ani.personId);
  const thief = await RoomClient.open("moved", budi, { isWriting: false });
  thief.doc.clientID = ofAni?.client ?? 0;
  thief.doc.on("update", (update) => thief.sendUpdate(update));
  thief.type(thief.container("kind", "problem"), "Bukan kata Ani.");
  expect(await thief.untilClosed()).toBe(closeCodes.foreignAuthor);
});

test("a room that has a log takes no archive, and stays as it was", async () => {
  const archive = await exported(source);
  expect(await imported(source, archive)).toBe("notEmpty");
  expect(await exported(source)).toEqual(archive);
  await RoomClient.open("case-draft", ani);
  expect(await imported("case-draft", archive)).toBe("notEmpty");
});

test("a room that nobody has entered has nothing to export, and looking makes nothing", async () => {
  expect(await roomNamed("nobody").exportRoom()).toBeNull();
  const tables = await runInDurableObject(roomNamed("nobody"), (_room, { storage }) =>
    storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'pages'").toArray(),
  );
  expect(tables).toEqual([]);
});

test("an archive that was cut anywhere leaves the room empty", async () => {
  const archive = await exported(source);
  for (const length of [
    0,
    5,
    11,
    13,
    40,
    200,
    archive.byteLength - endFrameBytes,
    archive.byteLength - 1,
  ]) {
    expect(await imported("cut", archive.subarray(0, length))).toBe("truncated");
    expect(await isEmpty("cut")).toBe(true);
  }
  expect(await imported("cut", archive)).toBe("imported");
});

test("an archive with a changed or an added byte leaves the room empty", async () => {
  const archive = await exported(source);
  for (let at = 0; at < archive.byteLength; at += 97) {
    const damaged = archive.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect(["damaged", "truncated"]).toContain(await imported("damaged", damaged));
  }
  expect(await imported("damaged", Uint8Array.of(...archive, 0))).toBe("damaged");
  expect(await isEmpty("damaged")).toBe(true);
  expect(await imported("damaged", archive)).toBe("imported");
});

test("a newer archive and one of a newer schema leave the room empty", async () => {
  const newer = (await exported(source)).slice();
  newer[10] = 3;
  expect(await imported("newer", newer)).toBe("tooNew");
  await inStore("of-tomorrow", (store) => {
    store.commit(commitOf(pageOf(1, 1), { schemaVersion: schemaVersion + 1 }));
  });
  expect(await imported("newer", await exported("of-tomorrow"))).toBe("tooNew");
  expect(await isEmpty("newer")).toBe(true);
});

test("an archive holds the log as it stood at its first frame, while people go on writing", () =>
  runInDurableObject(roomNamed("growing"), async (_room, { storage }) => {
    const store = new SqliteLogStore(storage);
    for (const first of [1, 2, 3]) store.commit(commitOf(pageOf(first, first)));
    store.putCheckpoint({ place: 2, state: bytesOf(9) });
    const archive = new RoomArchive(storage);
    const before = await new Response(archive.export()).bytes();
    const reader = archive.export()?.getReader();
    const bytes: number[] = [];
    for (let chunk = 1; ; chunk++) {
      const next = await reader?.read();
      if (!next?.value) break;
      bytes.push(...next.value);
      if (chunk !== 2) continue;
      store.commit(commitOf(pageOf(3, 4), { isGrowth: true, lastIssuedId: 9 }));
      store.commit(commitOf(pageOf(5, 5)));
      store.putCheckpoint({ place: 5, state: bytesOf(8) });
    }
    expect(Uint8Array.from(bytes)).toEqual(before);
    expect(await new Response(archive.export()).bytes()).not.toEqual(before);
  }));

test("[R11] a repacked room is exported compressed, and its copy exports the same bytes", async () => {
  const entries = (place: number) => {
    const author = { personId: `person-${place % 3}`, villageId: "village-a" };
    return Array.from({ length: 200 }, (_, at) => ({ author, at, update: Uint8Array.of(0, 0) }));
  };
  const written = await inStore("packed", (store) => {
    for (let page = 0; page < 9; page++) {
      const { bytes } = encodeStretch(entries(page), emptyPage);
      store.commit(commitOf(pageOf(200 * page + 1, 200 * page + 200, bytes), { schemaVersion }));
    }
    const before = store.pagesAfter(0).flatMap((page) => decodePage(page.entries));
    expect(repackWhenCalm(store, morning + 3_600_000, 25_000)).toBeGreaterThan(0);
    return before;
  });
  const archive = await exported("packed");
  expect(archive.byteLength).toBeLessThan(4000);
  expect(await imported("packed-copy", archive)).toBe("imported");
  expect(await exported("packed-copy")).toEqual(archive);
  await inStore("packed-copy", (store) => {
    expect(store.pagesAfter(0).flatMap((page) => decodePage(page.entries))).toEqual(written);
    expect(repackWhenCalm(store, morning + 3_600_000, 25_000)).toBe(0);
  });
});

test("[R11] an archive holds every entry also when pages are repacked between its chunks", () =>
  runInDurableObject(roomNamed("repacked-meanwhile"), async (_room, { storage }) => {
    const store = new SqliteLogStore(storage, () => morning);
    const author = { personId: "ani", villageId: null };
    const commit = (place: number) => {
      const { bytes } = encodeStretch([{ author, at: place, update: bytesOf(40) }], emptyPage);
      store.commit(commitOf(pageOf(place, place, bytes), { schemaVersion }));
    };
    for (let place = 1; place <= 9; place++) commit(place);
    const reader = new RoomArchive(storage).export()?.getReader();
    const chunks: Uint8Array[] = [];
    for (let chunk = 1; ; chunk++) {
      const next = await reader?.read();
      if (!next?.value) break;
      chunks.push(next.value);
      if (chunk !== 5) continue;
      for (let place = 10; place <= 12; place++) commit(place);
      expect(repackWhenCalm(store, morning + 3_600_000, 25_000)).toBeGreaterThan(0);
      expect(store.pagesAfter(0)).toHaveLength(2);
    }
    const archive = await new Response(new Blob(chunks)).bytes();
    expect(await imported("repacked-copy", archive)).toBe("imported");
    await inStore("repacked-copy", (copy) => {
      const entries = copy.pagesAfter(0).flatMap((page) => decodePage(page.entries));
      expect(entries.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });
  }));

test("an import whose source fails leaves the room empty", async () => {
  const archive = await exported(source);
  const { readable, writable } = new IdentityTransformStream();
  const outcome = outcomeOf(roomNamed("failed").importRoom(readable));
  const writer = writable.getWriter();
  await writer.write(archive.subarray(0, -endFrameBytes));
  await vi.waitUntil(() => pagesOnDisk("failed"));
  await writer.abort(new Error("the network is gone"));
  expect(await outcome).toBe("thrown");
  expect(await isEmpty("failed")).toBe(true);
});

test("nobody enters during an import, and one that a crash broke off leaves the room empty", async () => {
  const name = "case-drafted";
  const archive = await exported(source);
  const { readable, writable } = new IdentityTransformStream();
  const outcome = outcomeOf(roomNamed(name).importRoom(readable));
  await writable.getWriter().write(archive.subarray(0, -endFrameBytes));
  await vi.waitUntil(() => pagesOnDisk(name));
  expect(await imported(name, archive)).toBe("notEmpty");
  expect(await closeCodeFor(name, ani)).toBe(closeCodes.storageFailed);
  await abortAllDurableObjects();
  expect(await outcome).toBe("thrown");
  expect(await roomNamed(name).exportRoom()).toBeNull();
  expect(await imported(name, archive)).toBe("imported");
  expect(await exported(name)).toEqual(archive);
});

/** Asking a call's own promise for more than its value would be further calls. */
function outcomeOf(result: Promise<ImportResult>): Promise<ImportResult | "thrown"> {
  return result.then(
    (value) => value,
    () => "thrown",
  );
}

function pagesOnDisk(name: string): Promise<boolean> {
  return runInDurableObject(roomNamed(name), (_room, { storage: { sql } }) => {
    const tables = sql.exec("SELECT name FROM sqlite_master WHERE name = 'pages'").toArray();
    return tables.length > 0 && sql.exec("SELECT first FROM pages").toArray().length > 0;
  });
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
