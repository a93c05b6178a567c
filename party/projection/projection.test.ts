import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { openDatabase } from "../../worker/db/open.ts";
import { agreements, documents, followUps } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person } from "../testing/room-people.ts";

const db = openDatabase(env);
const ani = person("participant-a");
let room = "";
let count = 0;

beforeAll(buildWorld);
beforeEach(async () => {
  room = `promising-${++count}`;
  await db.insert(documents).values({
    ...{ id: room, forumId: "forum-in-session", kind: "minutes", title: "Notulen" },
    ...{ theme: "planning", fiscalYear: 2027, status: "open", createdAt: 0 },
  });
});

const rows = () => db.select().from(followUps).where(eq(followUps.documentId, room));
const texts = () => db.select().from(agreements).where(eq(agreements.documentId, room));
const untilRows = (isMeant: (found: Awaited<ReturnType<typeof rows>>) => boolean) =>
  vi.waitUntil(async () => isMeant(await rows()), { timeout: 10_000 });

function fill(client: RoomClient, name: string, words: string, at = 0): void {
  const followUp = client.container("kind", "followUps").get(at);
  const field =
    followUp instanceof Y.XmlElement
      ? followUp
          .toArray()
          .find((each) => each instanceof Y.XmlElement && each.getAttribute("name") === name)
      : null;
  const text = field instanceof Y.XmlElement ? field.get(0) : null;
  if (text instanceof Y.XmlText) text.insert(text.length, words);
}

const firstAgreement = (client: RoomClient) => {
  const found = client.container("kind", "agreements").get(0);
  if (!(found instanceof Y.XmlElement)) throw new Error("no agreement");
  return found;
};

test("[R16] agreements and follow-ups are in the register a moment after they were written", async () => {
  const client = await RoomClient.open(room, ani);
  fill(client, "activity", "Menyusun RAB");
  fill(client, "village", "Contoh B");
  fill(client, "dueDate", "31/12/2026");
  client.type(firstAgreement(client), "Belanja wajib didahulukan.");
  await untilRows((found) => found[0]?.dueDate === "2026-12-31");
  const followUp = client.container("kind", "followUps").get(0) as Y.XmlElement;
  expect(await rows()).toMatchObject([
    { nodeId: followUp.getAttribute("id"), activity: "Menyusun RAB", villageId: "village-b" },
  ]);
  expect(await texts()).toMatchObject([
    { nodeId: firstAgreement(client).getAttribute("id"), text: "Belanja wajib didahulukan." },
  ]);
});

test("[R16] rows that nobody filled in are no promises", async () => {
  const client = await RoomClient.open(room, ani);
  fill(client, "activity", "   ");
  await client.untilSaved();
  await env.DOCUMENT_ROOM.getByName(room).project();
  expect([await rows(), await texts()]).toEqual([[], []]);
});

test("[R16] what is taken out is gone, and undoing it brings the same row back", async () => {
  const client = await RoomClient.open(room, ani);
  const stub = env.DOCUMENT_ROOM.getByName(room);
  fill(client, "activity", "Menyusun RAB");
  await client.untilSaved();
  await stub.project();
  const [before] = await rows();
  const undo = new Y.UndoManager(client.container("kind", "followUps"));
  client.container("kind", "followUps").delete(0, 1);
  await client.untilSaved();
  await stub.project();
  expect(await rows()).toMatchObject([{ id: before?.id, isGone: true }]);
  undo.undo();
  await client.untilSaved();
  await stub.project();
  expect(await rows()).toMatchObject([{ id: before?.id, isGone: false, activity: "Menyusun RAB" }]);
});

test("[R16] a copy of a follow-up is a promise of its own", async () => {
  const client = await RoomClient.open(room, ani);
  fill(client, "activity", "Menyusun RAB");
  const section = client.container("kind", "followUps");
  section.push([(section.get(0) as Y.XmlElement).clone() as Y.XmlElement]);
  await client.untilSaved();
  await env.DOCUMENT_ROOM.getByName(room).project();
  const found = await rows();
  expect(found).toHaveLength(2);
  expect(new Set(found.map(({ nodeId }) => nodeId)).size).toBe(2);
});

test("[R16] what a room had not brought to the register when it died stands there after it opens", async () => {
  const client = await RoomClient.open(room, ani);
  fill(client, "activity", "Menyusun RAB");
  await client.untilSaved();
  await abortAllDurableObjects();
  expect(await rows()).toEqual([]);
  await RoomClient.open(room, ani);
  await untilRows((found) => found[0]?.activity === "Menyusun RAB");
});

test("[R16] where the database fails people write on, and the register follows with their traffic", async () => {
  const client = await RoomClient.open(room, ani);
  await env.DB.prepare("ALTER TABLE follow_ups RENAME TO away").run();
  fill(client, "activity", "Menyusun RAB");
  await client.untilSaved();
  expect(await env.DOCUMENT_ROOM.getByName(room).project()).toBe(false);
  await env.DB.prepare("ALTER TABLE away RENAME TO follow_ups").run();
  await vi.waitUntil(
    async () => {
      client.sendQuery();
      return (await rows()).length === 1;
    },
    { timeout: 10_000, interval: 100 },
  );
});

test("[R16] a village that is invited later is found in words that stood there before", async () => {
  const client = await RoomClient.open(room, ani);
  const stub = env.DOCUMENT_ROOM.getByName(room);
  fill(client, "village", "Desa Contoh C");
  await client.untilSaved();
  await stub.project();
  expect(await rows()).toMatchObject([{ villageId: null }]);
  await env.DB.prepare(
    "INSERT INTO forum_villages (forum_id, village_id, position) VALUES ('forum-in-session', 'village-c', 9)",
  ).run();
  await stub.forumChanged();
  expect(await rows()).toMatchObject([{ villageId: "village-c" }]);
});
