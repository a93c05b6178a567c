import { abortAllDurableObjects, evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../worker/db/open.ts";
import { documentLocks, documents } from "../../worker/db/schema.ts";
import { enterRoom } from "../../worker/testing/enter-room.ts";
import { ask, cookieOf } from "../../worker/testing/requests.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { ago } from "../testing/ago.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person, villages } from "../testing/room-people.ts";
import { wholeDocument } from "./lock-view.ts";

const db = openDatabase(env);
const ani = person("participant-a");
const budi = person("participant-b", { village: villages.b });
let room = "";
let count = 0;

beforeAll(buildWorld);
beforeEach(async () => {
  room = `locked-${++count}`;
  await db.insert(documents).values({
    ...{ id: room, forumId: "forum-in-session", kind: "case", title: "Kasus" },
    ...{ theme: "planning", fiscalYear: 2027, status: "open", createdAt: 0 },
  });
});

async function setLock(method: "PUT" | "DELETE", containerId: string): Promise<void> {
  const cookie = await cookieOf("facilitator");
  const path = `/api/documents/${room}/locks/${containerId}`;
  expect((await ask(path, { method, cookie })).status).toBe(204);
}

const situation = (client: RoomClient) => client.container("kind", "situation");
const idOf = (client: RoomClient) => situation(client).getAttribute("id") ?? "";
/** As if it had been asked long enough ago that nothing is under way any more. */
const lockLongAgo = (containerId: string) => ago(10_000, () => setLock("PUT", containerId));

const untilLocked = (client: RoomClient, ...ids: string[]) =>
  vi.waitUntil(() => client.locks?.map(({ containerId }) => containerId).join() === ids.join());

test("[R17] everybody is told at once what was locked, by whom and when, and a newcomer too", async () => {
  const a = await RoomClient.open(room, ani);
  expect(a.locks).toEqual([]);
  await setLock("PUT", idOf(a));
  await untilLocked(a, idOf(a));
  const b = await RoomClient.open(room, budi);
  await untilLocked(b, idOf(a));
  for (const client of [a, b]) {
    expect(client.locks).toMatchObject([
      { by: { personId: "facilitator", name: "Pejabat facilitator" } },
    ]);
    expect(Date.now() - (client.locks?.[0]?.at ?? 0)).toBeLessThan(60_000);
  }
  await setLock("DELETE", idOf(a));
  await untilLocked(a);
  await untilLocked(b);
});

test("[R17] words that were under way when a section was locked are taken", async () => {
  const a = await RoomClient.open(room, ani);
  await setLock("PUT", idOf(a));
  await untilLocked(a, idOf(a));
  a.type(situation(a), "Sudah diketik.");
  await a.untilSaved();
  const b = await RoomClient.open(room, budi);
  expect(b.text).toContain("Sudah diketik.");
});

test("[R17] later words in a locked section are refused, to facilitators too, and others notice nothing", async () => {
  const fani = person("facilitator", {
    ...{ name: "Pejabat facilitator", village: null, office: "Kecamatan Contoh", lanes: "all" },
  });
  const [a, f, b] = await Promise.all([ani, fani, budi].map((who) => RoomClient.open(room, who)));
  if (!a || !f || !b) throw new Error("nobody came");
  a.type(situation(a), "Awal.");
  await a.untilSaved();
  await lockLongAgo(idOf(a));
  const before = b.text;
  a.type(situation(a), "Terlambat.");
  expect(await a.untilClosed()).toBe(closeCodes.sectionLocked);
  situation(f).delete(0, 1);
  expect(await f.untilClosed()).toBe(closeCodes.sectionLocked);
  b.type(b.container("kind", "problem"), "Jalan terus.");
  await b.untilSaved();
  expect([b.closed, b.text]).toEqual([
    null,
    before.replace(/(<section[^>]*kind="problem"[^>]*><paragraph>)/, "$1Jalan terus."),
  ]);
  const again = await RoomClient.open(room, ani);
  again.type(again.container("kind", "problem"), "Di tempat lain.");
  await again.untilSaved();
});

test("[R17] a lock of the whole document closes every part, and after it everything is open again", async () => {
  const [a, b] = [await RoomClient.open(room, ani), await RoomClient.open(room, budi)];
  await lockLongAgo(wholeDocument);
  await untilLocked(a, wholeDocument);
  a.type(a.container("village", "village-a"), "Di jalur sendiri.");
  expect(await a.untilClosed()).toBe(closeCodes.sectionLocked);
  await setLock("DELETE", wholeDocument);
  await untilLocked(b);
  b.type(b.container("village", "village-b"), "Terbuka lagi.");
  await b.untilSaved();
});

test("[R17] an update that begins outside of a locked section and ends in it is refused whole", async () => {
  const a = await RoomClient.open(room, ani);
  await lockLongAgo(idOf(a));
  a.doc.transact(() => {
    a.type(a.container("kind", "problem"), "Boleh.");
    a.type(situation(a), "Tidak boleh.");
  });
  expect(await a.untilClosed()).toBe(closeCodes.sectionLocked);
  const b = await RoomClient.open(room, budi);
  expect(b.text).not.toContain("oleh.");
});

test("[R17] a lock holds when the room slept, and when it died", async () => {
  const a = await RoomClient.open(room, ani);
  await lockLongAgo(idOf(a));
  await untilLocked(a, idOf(a));
  const stub = env.DOCUMENT_ROOM.getByName(room);
  await stub.glance();
  await evictDurableObject(stub);
  a.type(situation(a), "Setelah tidur.");
  expect(await a.untilClosed()).toBe(closeCodes.sectionLocked);
  await abortAllDurableObjects();
  const b = await RoomClient.open(room, budi);
  await untilLocked(b, idOf(b));
  b.type(situation(b), "Setelah mati.");
  expect(await b.untilClosed()).toBe(closeCodes.sectionLocked);
  expect((await RoomClient.open(room, ani)).text).not.toContain("Setelah");
});

test("[R17] while the database does not answer what was locked stays locked", async () => {
  const a = await RoomClient.open(room, ani);
  await lockLongAgo(idOf(a));
  await abortAllDurableObjects();
  await env.DB.prepare("ALTER TABLE document_locks RENAME TO away").run();
  try {
    const b = await RoomClient.open(room, budi);
    b.type(situation(b), "Diam-diam.");
    expect(await b.untilClosed()).toBe(closeCodes.sectionLocked);
  } finally {
    await env.DB.prepare("ALTER TABLE away RENAME TO document_locks").run();
  }
});

test("[R17] a lock that the room was not told of comes with the next notice", async () => {
  const a = await RoomClient.open(room, ani);
  await db.insert(documentLocks).values({
    ...{ documentId: room, containerId: idOf(a), lockedByPersonId: "camat", lockedAt: 5 },
  });
  await env.DOCUMENT_ROOM.getByName(room).rightsChanged(null);
  await untilLocked(a, idOf(a));
  expect(a.locks).toMatchObject([{ at: 5, by: { personId: "camat" } }]);
});

test("[R17] what the room itself writes goes on in what is locked", async () => {
  const a = await RoomClient.open(room, ani);
  await lockLongAgo(wholeDocument);
  await env.DB.prepare(
    "INSERT INTO forum_villages (forum_id, village_id, position) VALUES ('forum-in-session', 'village-c', 9)",
  ).run();
  await env.DOCUMENT_ROOM.getByName(room).forumChanged();
  await a.untilText('village="village-c"');
});

test("[R5, R17] in a case that does not name its village a lock does not name who set it", async () => {
  await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, room));
  const { client, heard } = await enterRoom(room, "participant-b");
  await setLock("PUT", wholeDocument);
  await untilLocked(client, wholeDocument);
  expect(client.locks?.[0]?.by).toMatchObject({ number: expect.any(Number), office: null });
  expect(heard()).not.toContain("facilitator");
  const facilitator = await enterRoom(room, "facilitator");
  await untilLocked(facilitator.client, wholeDocument);
  expect(facilitator.client.locks?.[0]?.by).toMatchObject({ personId: "facilitator" });
});
