import { abortAllDurableObjects, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import { decodePage } from "./log/page-codec.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import { encodeRoomPerson, type RoomPerson, roomPersonHeader } from "./room-person.ts";
import * as raw from "./testing/raw-update.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";
import * as wire from "./wire.ts";

const room = "case-open";
const budi = person("participant-b", { village: villages.b });
const farFuture = wire.encodeUpdate(
  raw.rawUpdate([{ client: 7, clock: 1_000_000, structs: [raw.gone(1)] }]),
);

/** A thousand frames take their time on a busy machine. */
const patience = { timeout: 10_000 };

beforeAll(buildWorld);

function readLog() {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(room), (_room, state) =>
    new SqliteLogStore(state.storage).pagesAfter(0).flatMap((page) => decodePage(page.entries)),
  );
}

/** Comes and says nothing; the code with which the room closes, and what it had sent before. */
async function knock(who: RoomPerson | null) {
  const headers = new Headers({ upgrade: "websocket" });
  if (who) headers.set(roomPersonHeader, encodeRoomPerson(who));
  const answer = await env.DOCUMENT_ROOM.getByName(room).fetch("http://room/", { headers });
  const received: unknown[] = [];
  let code: number | null = null;
  answer.webSocket?.addEventListener("message", ({ data }) => {
    received.push(data);
  });
  answer.webSocket?.addEventListener("close", (event) => {
    code = event.code;
  });
  answer.webSocket?.accept();
  await vi.waitUntil(() => code !== null);
  return { code, received };
}

test("[R6] who is refused again and again waits outside; nobody else does, and others do not hear of it", async () => {
  const honest = await RoomClient.open(room, budi);
  honest.sendPresence({ cursor: null });
  const intruder = person("intruder");
  for (let visit = 0; visit < 4; visit++) {
    const client = await RoomClient.open(room, intruder);
    client.send(farFuture);
    expect(await client.untilClosed()).toBe(closeCodes.unfounded);
  }
  const framesBefore = honest.frames;
  expect(await knock(intruder)).toEqual({ code: closeCodes.tooFast, received: [] });
  expect(honest.frames).toBe(framesBefore);
  expect((await RoomClient.open(room, person("participant-a"))).closed).toBeNull();
});

test("[R6] all sockets of a person share one budget, and nobody else's is touched", async () => {
  const flooder = person("flooder");
  const tabs = [await RoomClient.open(room, flooder), await RoomClient.open(room, flooder)];
  const honest = await RoomClient.open(room, budi);
  // Ten points each: neither tab alone would spend a thousand.
  for (let sent = 0; sent < 180; sent++) tabs[sent % 2]?.sendQuery();
  await vi.waitUntil(() => tabs.some(({ closed }) => closed !== null), patience);
  expect(tabs.map(({ closed }) => closed)).toContain(closeCodes.tooFast);
  honest.type(honest.container("kind", "problem"), "Tenang saja. ");
  await honest.untilSaved();
  expect(honest.closed).toBeNull();
});

test("[R6] of a flood of carets the newest counts, the rest is dropped, nobody is closed", async () => {
  const watcher = await RoomClient.open(room, budi);
  const mover = await RoomClient.open(room, person("participant-a"));
  mover.sendPresence({ cursor: { at: 0 } });
  await vi.waitUntil(() => watcher.presence.has(mover.doc.clientID));
  const framesBefore = watcher.frames;
  const startedAt = Date.now();
  for (let at = 1; at <= 300; at++) mover.sendPresence({ cursor: { at } }, undefined, at + 1);
  // A stock provider echoes what it hears of others: that does not take its own caret's place.
  mover.sendPresence({ cursor: null }, watcher.doc.clientID, 9);
  await vi.waitUntil(() => {
    const state = watcher.presence.get(mover.doc.clientID);
    return JSON.stringify(state?.cursor) === '{"at":300}';
  }, patience);
  expect(watcher.frames - framesBefore).toBeLessThan((Date.now() - startedAt) / 200 + 3);
  expect(mover.closed).toBeNull();
});

test.each([
  [
    "more entries than people fit in a room",
    raw.bytes(raw.numbers(10_000, ...Array<number>(30_000).fill(0))),
  ],
  ["two billion entries", raw.bytes(raw.numbers(2 ** 31))],
  [
    "a state of 10 kB",
    raw.bytes(raw.numbers(1, 5, 1), raw.text(JSON.stringify({ x: "x".repeat(10_000) }))),
  ],
  ["a state that is no JSON", raw.bytes(raw.numbers(1, 5, 1), raw.text("{"))],
  ["a state that is no object", raw.bytes(raw.numbers(1, 5, 1), raw.text("[]"))],
])("[R6] presence with %s is malformed", async (what, payload) => {
  const client = await RoomClient.open(room, person(`shower of ${what}`));
  client.send(raw.bytes(raw.numbers(wire.messageKinds.awareness), raw.blob(payload)));
  expect(await client.untilClosed()).toBe(closeCodes.malformed);
});

test("[R5] a client id that somebody shows is theirs before they have written, and after they left", async () => {
  const owner = await RoomClient.open(room, budi);
  owner.sendPresence({ cursor: null });
  const thief = await RoomClient.open(room, person("representative-a"));
  await vi.waitUntil(() => thief.presence.has(owner.doc.clientID));
  await evictDurableObject(env.DOCUMENT_ROOM.getByName(room));
  thief.doc.clientID = owner.doc.clientID;
  thief.type(thief.container("kind", "problem"), "Atas nama Budi. ");
  expect(await thief.untilClosed()).toBe(closeCodes.foreignAuthor);
  owner.type(owner.container("kind", "problem"), "Saya sendiri. ");
  await owner.untilSaved();
  owner.close();
  const later = await RoomClient.open(room, person("later thief"));
  later.sendPresence({ cursor: null }, owner.doc.clientID);
  later.sendQuery();
  await vi.waitUntil(() => later.frames > 3);
  expect(later.presence.has(owner.doc.clientID)).toBe(false);
  // The room sleeps only after it has looked for dead links.
}, 20_000);

test("[R5] after a crash nobody else comes under a client id that was seen", async () => {
  const author = await RoomClient.open(room, person("participant-a"));
  const seer = await RoomClient.open(room, budi);
  author.type(author.container("kind", "situation"), "Kata Ani. ");
  await seer.untilText("Kata Ani.");
  await abortAllDurableObjects();
  const thief = await RoomClient.open(room, person("crash thief"));
  thief.doc.clientID = author.doc.clientID;
  thief.type(thief.container("kind", "problem"), "x");
  expect(await thief.untilClosed()).toBe(closeCodes.foreignAuthor);
  const written = (await readLog()).filter(({ update }) =>
    new TextDecoder().decode(update).includes("Kata Ani"),
  );
  expect(written.map(({ author: { personId } }) => personId)).toEqual(["participant-a"]);
});

test("[R4] who may only read cannot write by step 2 or with a batch of their own making", async () => {
  const reader = person("reviewer", { village: null, mayWrite: false, lanes: [] });
  const forger = await RoomClient.open(room, reader, { isWriting: false });
  forger.type(forger.container("kind", "problem"), "Lewat pintu belakang. ");
  forger.handBack([Y.encodeStateAsUpdate(forger.doc)]);
  forger.send(raw.bytes(raw.numbers(0, 1), raw.blob(Y.encodeStateAsUpdate(forger.doc))));
  expect(await forger.untilClosed()).toBe(closeCodes.readOnly);
  const witness = await RoomClient.open(room, budi);
  expect(witness.text).not.toContain("Lewat pintu belakang");
});

test("[R5] whoever deletes another's words is recorded for it, from step 2 nobody is", async () => {
  const writer = await RoomClient.open(room, person("participant-a"));
  writer.type(writer.container("kind", "options"), "Akan dihapus. ");
  await writer.untilSaved();
  const remover = await RoomClient.open(room, budi, { isWriting: false });
  const place = remover.container("kind", "options").get(0) as Y.XmlElement;
  const before = Y.encodeStateVector(remover.doc);
  (place.get(0) as Y.XmlText).delete(0, 14);
  const deletion = Y.encodeStateAsUpdate(remover.doc, before);
  remover.send(raw.bytes(raw.numbers(0, 1), raw.blob(deletion)));
  remover.sendQuery();
  const framesBefore = remover.frames;
  await vi.waitUntil(() => remover.frames > framesBefore);
  expect(writer.text).toContain("Akan dihapus.");
  remover.sendUpdate(deletion);
  await remover.untilSaved();
  const last = (await readLog()).at(-1);
  expect(last?.author.personId).toBe(budi.personId);
});

test("a room that cannot tell who comes says nothing about itself", async () => {
  expect(await knock(null)).toEqual({ code: 1011, received: [] });
});
