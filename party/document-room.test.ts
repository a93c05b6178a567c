import { abortAllDurableObjects, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../domain/document/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import { decodePage } from "./log/page-codec.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import { encodeRoomPerson, roomPersonHeader } from "./room-person.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";
import { maxFrameBytes } from "./wire.ts";

const room = "case-open";
const ani = person("participant-a");
const budi = person("participant-b", { village: villages.b });
const fani = person("facilitator", { village: null, office: "Kecamatan", lanes: "all" });
const reader = person("reviewer", { village: null, office: "DPMD", mayWrite: false, lanes: [] });

/** Whoever is refused often is not let in for a while: each attempt is another person's. */
let intruders = 0;
const intruder = () => person(`intruder-${++intruders}`);

beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

function readLog(name = room) {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(name), (_room, state) =>
    new SqliteLogStore(state.storage).pagesAfter(0).flatMap((page) => decodePage(page.entries)),
  );
}

test("the room makes a new document from its template, with a lane per invited village", async () => {
  const client = await RoomClient.open(room, ani);
  expect(client.container("kind", "situation").nodeName).toBe("section");
  expect(client.container("village", "village-a").nodeName).toBe("lane");
  expect(client.container("village", "village-b").nodeName).toBe("lane");
  const [first] = await readLog();
  expect(first?.author.personId).toBe("room");
});

test("what one person types, the others see, and it never comes back to its sender", async () => {
  const a = await RoomClient.open(room, ani);
  const b = await RoomClient.open(room, budi);
  a.type(a.container("kind", "situation"), "Pagu turun seperlima.");
  await b.untilText("Pagu turun seperlima.");
  await a.untilSaved();
  expect(a.received).toEqual([]);
});

test("[R1] a change that was called saved is there after the room is killed", async () => {
  const a = await RoomClient.open(room, ani);
  a.type(a.container("kind", "problem"), "Belanja wajib tetap.");
  await a.untilSaved();
  await abortAllDurableObjects();
  const later = await RoomClient.open(room, budi);
  expect(later.text).toContain("Belanja wajib tetap.");
});

test("the log says who changed what, for which village, and when", async () => {
  const before = Date.now();
  const b = await RoomClient.open(room, budi);
  b.type(b.container("village", "village-b"), "Kami mendahulukan yang wajib.");
  await b.untilSaved();
  const last = (await readLog()).at(-1);
  expect(last?.author).toEqual({ personId: "participant-b", villageId: "village-b" });
  expect(last?.at).toBeGreaterThanOrEqual(before - 1000);
});

test("[R4] who may only read cannot write and is told so", async () => {
  const r = await RoomClient.open(room, reader);
  const b = await RoomClient.open(room, budi);
  r.type(r.container("kind", "situation"), "Diam-diam.");
  expect(await r.untilClosed()).toBe(closeCodes.readOnly);
  expect(b.text).not.toContain("Diam-diam.");
});

test("[R4] nobody writes in another village's lane, also not with a browser of their own making", async () => {
  const b = await RoomClient.open(room, budi);
  b.type(b.container("village", "village-a"), "Bukan jalur saya.");
  expect(await b.untilClosed()).toBe(closeCodes.closedContainer);
  const a = await RoomClient.open(room, ani);
  expect(a.text).not.toContain("Bukan jalur saya.");
});

test("[R4] nobody deletes from another village's lane", async () => {
  const a = await RoomClient.open(room, ani);
  a.type(a.container("village", "village-a"), "Kata desa A.");
  await a.untilSaved();
  const b = await RoomClient.open(room, budi);
  b.container("village", "village-a").delete(0, 1);
  expect(await b.untilClosed()).toBe(closeCodes.closedContainer);
  const later = await RoomClient.open(room, ani);
  expect(later.text).toContain("Kata desa A.");
});

test("minute-taker and facilitator write in every lane", async () => {
  const f = await RoomClient.open(room, fani);
  f.type(f.container("village", "village-a"), "Dicatat fasilitator.");
  await f.untilSaved();
  expect(f.closed).toBeNull();
});

test.each([
  ["deletes a section", (c: RoomClient) => c.doc.getXmlFragment(fragmentName).delete(0, 1)],
  [
    "renames a lane",
    (c: RoomClient) => c.container("village", "village-a").setAttribute("village", "x"),
  ],
  [
    "adds a lane",
    (c: RoomClient) => c.container("kind", "practices").insert(0, [new Y.XmlElement("lane")]),
  ],
])("[R4] nobody %s", async (_what, act) => {
  const f = await RoomClient.open(room, fani);
  act(f);
  expect(await f.untilClosed()).toBe(closeCodes.closedContainer);
});

test.each([
  [
    "an element that no document has",
    (c: RoomClient) => c.container("kind", "situation").insert(0, [new Y.XmlElement("iframe")]),
  ],
  [
    "text outside a paragraph",
    (c: RoomClient) => c.container("kind", "situation").insert(0, [new Y.XmlText("x")]),
  ],
  [
    "an attribute that no heading has",
    (c: RoomClient) => {
      const heading = new Y.XmlElement("heading");
      heading.setAttribute("onclick", "x");
      c.container("kind", "situation").insert(0, [heading]);
    },
  ],
  ["another root", (c: RoomClient) => c.doc.getMap("hidden").set("a", 1)],
])("[R6] a frame with %s is refused and touches nothing", async (_what, act) => {
  const b = await RoomClient.open(room, budi);
  const before = Y.encodeStateVector(b.doc);
  const a = await RoomClient.open(room, intruder());
  act(a);
  expect(await a.untilClosed()).toBe(closeCodes.malformed);
  expect(b.closed).toBeNull();
  expect(Y.encodeStateVector(b.doc)).toEqual(before);
});

test("[R6] an oversized and an undecodable frame are refused with a name", async () => {
  const a = await RoomClient.open(room, intruder());
  a.send(new Uint8Array(maxFrameBytes + 1));
  expect(await a.untilClosed()).toBe(closeCodes.tooLarge);
  const b = await RoomClient.open(room, intruder());
  b.send(new Uint8Array([0, 2, 3, 255, 255, 255]));
  expect(await b.untilClosed()).toBe(closeCodes.malformed);
});

test("[R6] a frame from the far future is refused, not parked", async () => {
  const a = await RoomClient.open(room, intruder());
  const ghost = new Y.Doc();
  Y.applyUpdate(ghost, Y.encodeStateAsUpdate(a.doc));
  const updates: Uint8Array[] = [];
  ghost.on("update", (update) => updates.push(update));
  const situation = ghost.getXmlFragment(fragmentName).get(1) as Y.XmlElement;
  situation.insert(0, [new Y.XmlElement("paragraph")]);
  situation.insert(0, [new Y.XmlElement("paragraph")]);
  a.sendUpdate(updates[1] ?? new Uint8Array());
  expect(await a.untilClosed()).toBe(closeCodes.unfounded);
});

test("[R5] a client id belongs to one person: another one's frames under it are refused", async () => {
  const a = await RoomClient.open(room, ani);
  a.type(a.container("kind", "options"), "Pilihan saya.");
  await a.untilSaved();
  const thief = await RoomClient.open(room, intruder());
  thief.doc.clientID = a.doc.clientID;
  thief.type(thief.container("kind", "options"), "Atas nama Ani.");
  expect(await thief.untilClosed()).toBe(closeCodes.foreignAuthor);
});

test("[R5] the name in presence is the server's, whatever the browser says", async () => {
  const b = await RoomClient.open(room, budi);
  const a = await RoomClient.open(room, ani);
  a.sendPresence({ user: { name: "Pak Camat", village: null }, cursor: null });
  await vi.waitUntil(() => b.presence.has(a.doc.clientID));
  expect(b.presence.get(a.doc.clientID)).toEqual({
    user: {
      personId: "participant-a",
      name: "Warga participant-a",
      village: villages.a,
      office: null,
    },
    cursor: null,
  });
});

test("[R13] a newcomer sees everyone who is there, and nobody who has left", async () => {
  const a = await RoomClient.open(room, ani);
  a.sendPresence({ cursor: null });
  const b = await RoomClient.open(room, budi);
  await vi.waitUntil(() => b.presence.has(a.doc.clientID));
  a.close();
  await vi.waitUntil(() => !b.presence.has(a.doc.clientID));
});

test("[R10, R13] after hibernation people are still there and go on writing", async () => {
  const a = await RoomClient.open(room, ani);
  a.sendPresence({ cursor: null });
  const b = await RoomClient.open(room, budi);
  b.sendPresence({ cursor: null });
  await vi.waitUntil(() => a.presence.has(b.doc.clientID));
  await evictDurableObject(env.DOCUMENT_ROOM.getByName(room));
  const c = await RoomClient.open(room, fani);
  await vi.waitUntil(() => c.presence.has(a.doc.clientID) && c.presence.has(b.doc.clientID));
  a.type(a.container("kind", "situation"), "Setelah tidur.");
  await b.untilText("Setelah tidur.");
  await a.untilSaved();
});

test("[R8] a browser with an older schema is sent away before it receives anything", async () => {
  const answer = await env.DOCUMENT_ROOM.getByName(room).fetch("http://room/?schema=0", {
    headers: { upgrade: "websocket", [roomPersonHeader]: encodeRoomPerson(ani) },
  });
  const received: unknown[] = [];
  const closed = new Promise((resolve) => {
    answer.webSocket?.addEventListener("message", ({ data }) => received.push(data));
    answer.webSocket?.addEventListener("close", ({ code }) => resolve(code));
  });
  answer.webSocket?.accept();
  expect(await closed).toBe(closeCodes.schemaTooOld);
  expect(received).toEqual([]);
});

test("[R4] a socket ends with its session", async () => {
  const a = await RoomClient.open(
    room,
    person("participant-a", { sessionEndsAt: Date.now() - 1 }),
    {
      isWriting: false,
    },
  ).catch((error: unknown) => error);
  expect(a).toBeInstanceOf(Error);
});

test("the room issues the ids of new containers, and new ones for copies", async () => {
  const a = await RoomClient.open(room, ani);
  const agreements = a.container("kind", "followUps");
  const known = (agreements.get(0) as Y.XmlElement).getAttribute("id");
  const copy = new Y.XmlElement("followUp");
  if (known) copy.setAttribute("id", known);
  const fresh = new Y.XmlElement("followUp");
  agreements.insert(agreements.length, [copy, fresh]);
  await vi.waitUntil(() => {
    const ids = agreements.toArray().map((node) => (node as Y.XmlElement).getAttribute("id"));
    return ids.every(Boolean) && new Set(ids).size === ids.length;
  });
  expect((agreements.get(0) as Y.XmlElement).getAttribute("id")).toBe(known);
});

test("a list that two people emptied together is mended by the room alone", async () => {
  const a = await RoomClient.open(room, ani);
  const situation = a.container("kind", "situation");
  const list = new Y.XmlElement("bulletList");
  const listItem = new Y.XmlElement("listItem");
  listItem.insert(0, [new Y.XmlElement("paragraph")]);
  list.insert(0, [listItem]);
  situation.insert(0, [list]);
  await a.untilSaved();
  list.delete(0, 1);
  await vi.waitUntil(() => !a.text.includes("<bulletlist"));
});

test("glance tells who is in the document", async () => {
  const name = "case-drafted";
  const a = await RoomClient.open(name, fani);
  const { present, lastEditedAt } = await env.DOCUMENT_ROOM.getByName(name).glance();
  expect(present.map(({ personId }) => personId)).toEqual(["facilitator"]);
  expect(lastEditedAt).toBeNull();
  a.type(a.container("kind", "situation"), "Kata pertama.");
  await a.untilSaved();
  expect((await env.DOCUMENT_ROOM.getByName(name).glance()).lastEditedAt).not.toBeNull();
});
