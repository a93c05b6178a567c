import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { findDocumentSource } from "../../worker/db/document-source.ts";
import { openDatabase } from "../../worker/db/open.ts";
import {
  agendaItems,
  attendance,
  documents,
  forums,
  forumVillages,
} from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { readStored } from "../testing/log-audit.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person, villages } from "../testing/room-people.ts";
import { followForum } from "./follow-forum.ts";
import { paragraphOf } from "./text-edits.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const ani = person("participant-a");
const keeper = person("minute-taker", { village: null, lanes: "all" });
let room = "";
let count = 0;

beforeAll(buildWorld);
beforeEach(async () => {
  room = `minutes-${++count}`;
  await db.insert(documents).values({
    id: room,
    forumId,
    kind: "minutes",
    title: "Notulen",
    theme: "planning",
    fiscalYear: 2027,
    status: "open",
    createdAt: 0,
  });
});

const tellRoom = () => env.DOCUMENT_ROOM.getByName(room).forumChanged();

function findField({ doc }: RoomClient, name: string): Y.XmlElement {
  const found = [...doc.getXmlFragment(fragmentName).createTreeWalker(() => true)].find(
    (node) => node instanceof Y.XmlElement && node.getAttribute("name") === name,
  );
  if (!(found instanceof Y.XmlElement)) throw new Error(`no field ${name}`);
  return found;
}

const wordsOf = (element: Y.XmlElement) => element.toString().replaceAll(/<[^>]*>/g, "|");
const field = (client: RoomClient, name: string) =>
  wordsOf(findField(client, name)).replaceAll("|", "");

/** Name and words of the containers of the agenda, in their order. */
function agenda(client: RoomClient): string[] {
  return client
    .container("kind", "discussion")
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlElement ? [`${node.getAttribute("title")}: ${lanesIn(node)}`] : [],
    );
}

function lanesIn(item: Y.XmlElement): string {
  return item
    .toArray()
    .flatMap((lane) => (lane instanceof Y.XmlElement ? [lane.getAttribute("village")] : []))
    .join(",");
}

async function entriesBecause(cause: string): Promise<number> {
  const { entries } = await readStored(room);
  return entries.filter((entry) => entry.cause === cause).length;
}

const comes = (personId: string, status: "present" | "excused" | "absent") =>
  db
    .insert(attendance)
    .values({ forumId, personId, status, at: 0, markedByPersonId: "facilitator" })
    .onConflictDoUpdate({ target: [attendance.forumId, attendance.personId], set: { status } });

test("[R15] the head of the minutes follows place, chair and attendance while people are in", async () => {
  const client = await RoomClient.open(room, ani);
  expect(field(client, "place")).toBe("Balai Desa Contoh A");
  expect(field(client, "recorder")).toBe("Pejabat minute-taker, Kepala Seksi");
  expect(field(client, "chair")).toBe("");
  expect(client.text).toContain("Belum ada kehadiran yang dicatat.");
  await db.update(forums).set({ place: "Pendopo", chairPersonId: "camat" });
  await comes("participant-a", "present");
  await comes("participant-b", "excused");
  await tellRoom();
  await client.untilText("Pendopo");
  await client.untilText("Hadir: 1 orang dari 1 desa. Izin: 1 orang.");
  await client.untilText("Desa Contoh A: Warga participant-a (Kaur Keuangan)");
  await client.untilText("Izin: Warga participant-b (Desa Contoh B)");
  expect(field(client, "chair")).toBe("Pejabat camat, Kepala Seksi");
  const { entries } = await readStored(room);
  expect(entries.at(-1)).toMatchObject({ author: { personId: "room" }, cause: "forum" });
});

test("[R15] where nothing differs nothing is written, and what differs changes no more than that", async () => {
  await db.update(forums).set({ place: "Balai Desa Contoh A" }).where(eq(forums.id, forumId));
  const client = await RoomClient.open(room, ani);
  await tellRoom();
  expect(await entriesBecause("forum")).toBe(0);
  const before = client.received.length;
  await db.update(forums).set({ place: "Balai Desa Contoh B" }).where(eq(forums.id, forumId));
  await tellRoom();
  await vi.waitUntil(() => field(client, "place") === "Balai Desa Contoh B");
  await tellRoom();
  expect(await entriesBecause("forum")).toBe(1);
  const [update] = client.received.slice(before);
  if (!update) throw new Error("nothing was received");
  const words = Y.decodeUpdate(update).structs.map((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
  );
  expect(words).toEqual(["B"]);
});

test("[R15] what the forum changed while nobody was in stands there for whoever comes next", async () => {
  const first = await RoomClient.open(room, ani);
  first.close();
  await abortAllDurableObjects();
  await db.update(forums).set({ title: "Forum yang berganti nama" }).where(eq(forums.id, forumId));
  const next = await RoomClient.open(room, ani);
  await next.untilText("Forum yang berganti nama");
});

test("[R15] from Diajukan on the head stays as it is", async () => {
  const client = await RoomClient.open(room, ani);
  await db.update(documents).set({ status: "submitted" }).where(eq(documents.id, room));
  await db.update(forums).set({ place: "Tempat lain" }).where(eq(forums.id, forumId));
  await tellRoom();
  expect(await entriesBecause("forum")).toBe(0);
  expect(client.text).not.toContain("Tempat lain");
  await db.update(documents).set({ status: "returned" }).where(eq(documents.id, room));
  await tellRoom();
  await client.untilText("Tempat lain");
});

test("[R15] the forum's data is closed to people, also to the minute-taker", async () => {
  const [typing, emptying, filling, removing] = await Promise.all(
    [0, 1, 2, 3].map(() => RoomClient.open(room, keeper)),
  );
  if (!typing || !emptying || !filling || !removing) throw new Error("nobody came");
  const before = typing.text;
  const place = findField(typing, "place").get(0);
  if (place instanceof Y.XmlText) place.insert(place.length, "!");
  expect(await typing.untilClosed()).toBe(closeCodes.closedContainer);
  findField(emptying, "agenda").delete(0, 1);
  expect(await emptying.untilClosed()).toBe(closeCodes.closedContainer);
  filling.container("kind", "attendance").push([new Y.XmlElement("paragraph")]);
  expect(await filling.untilClosed()).toBe(closeCodes.closedContainer);
  removing.container("kind", "attendees").delete(0, 1);
  expect(await removing.untilClosed()).toBe(closeCodes.closedContainer);
  expect((await RoomClient.open(room, ani)).text).toBe(before);
});

test("[R15] the other fields of the head are written by people, and stay theirs", async () => {
  const client = await RoomClient.open(room, keeper);
  const letter = findField(client, "invitationLetter").get(0);
  if (letter instanceof Y.XmlText) letter.insert(0, "005/12/2026");
  await client.untilSaved();
  await db.update(forums).set({ place: "Aula" }).where(eq(forums.id, forumId));
  await tellRoom();
  await client.untilText("Aula");
  expect(field(client, "invitationLetter")).toBe("005/12/2026");
});

test("[R15] the discussion follows the agenda and the villages, and keeps what was written", async () => {
  const client = await RoomClient.open(room, ani);
  const before = agenda(client);
  const [opening] = client.container("kind", "discussion").toArray();
  const lane = opening instanceof Y.XmlElement ? opening.get(0) : null;
  if (!(lane instanceof Y.XmlElement)) throw new Error("no lane");
  client.type(lane, "Pagu turun.");
  await client.untilSaved();
  await db.insert(agendaItems).values({
    ...{ id: "new", forumId, position: 1, title: "Acara sisipan" },
    ...{ kind: "case", durationMinutes: 5 },
  });
  await db.update(agendaItems).set({ position: 2 }).where(eq(agendaItems.id, "agenda-case"));
  await db.insert(forumVillages).values({ forumId, villageId: "village-c", position: 2 });
  await tellRoom();
  await client.untilText("Acara sisipan");
  const lanes = "village-a,village-b,village-c";
  expect(before).toEqual([
    "Acara agenda-opening: village-a,village-b",
    "Acara agenda-case: village-a,village-b",
  ]);
  expect(agenda(client)).toEqual([
    `Acara agenda-opening: ${lanes}`,
    `Acara sisipan: ${lanes}`,
    `Acara agenda-case: ${lanes}`,
  ]);
  await db.delete(agendaItems).where(eq(agendaItems.id, "agenda-opening"));
  await db.delete(forumVillages).where(eq(forumVillages.villageId, "village-a"));
  await db.update(agendaItems).set({ title: "Judul baru" }).where(eq(agendaItems.id, "new"));
  await tellRoom();
  await client.untilText("Judul baru");
  expect(agenda(client)).toEqual([
    `Acara agenda-opening (acara dihapus): ${lanes}`,
    `Judul baru: ${lanes}`,
    `Acara agenda-case: ${lanes}`,
  ]);
  expect(wordsOf(lane)).toContain("Pagu turun.");
  client.type(lane, "Tetap. ");
  await client.untilSaved();
  await db.insert(forumVillages).values({ forumId, villageId: "village-a", position: 0 });
});

test("[R15] minutes from before the attendance had a place of its own get it at the top", async () => {
  const doc = new Y.Doc();
  const section = new Y.XmlElement("section");
  section.setAttribute("kind", "attendees");
  doc.getXmlFragment(fragmentName).insert(0, [section]);
  section.insert(0, [paragraphOf("Diketik sendiri.")]);
  const source = await findDocumentSource(env.DB, room);
  if (!source) throw new Error("no source");
  const old = { doc, issueId: () => "n99", isOwn: () => false };
  followForum(old, source);
  followForum(old, source);
  const [added, kept, ...others] = section.toArray();
  expect(added?.toString()).toMatch(/^<forumdata id="n99" kind="attendance">/i);
  expect([kept?.toString(), others]).toEqual(["<paragraph>Diketik sendiri.</paragraph>", []]);
});

test("[R15] a room that dies right after a change of the forum loses nothing of it", async () => {
  const client = await RoomClient.open(room, ani);
  await db.update(forums).set({ place: "Gedung serbaguna" }).where(eq(forums.id, forumId));
  await tellRoom();
  await client.untilText("Gedung serbaguna");
  await abortAllDurableObjects();
  const again = await RoomClient.open(room, person("participant-b", { village: villages.b }));
  expect(again.text).toContain("Gedung serbaguna");
  expect(await entriesBecause("forum")).toBe(1);
});

test("[R15] while the database does not answer people write on, and the head follows later", async () => {
  const client = await RoomClient.open(room, ani);
  await env.DB.prepare("ALTER TABLE agenda_items RENAME TO away").run();
  expect(await tellRoom()).toBe(false);
  client.type(client.container("kind", "closing"), "Ditutup.");
  await client.untilSaved();
  await env.DB.prepare("ALTER TABLE away RENAME TO agenda_items").run();
  await db.update(forums).set({ place: "Lapangan" }).where(eq(forums.id, forumId));
  expect(await tellRoom()).toBe(true);
  await client.untilText("Lapangan");
});

test("[R11, R15] what was redacted of the forum's data stays a bar, and goes on following beside it", async () => {
  await db.update(forums).set({ place: "Rumah Bu Siti" }).where(eq(forums.id, forumId));
  const client = await RoomClient.open(room, ani);
  expect(field(client, "place")).toBe("Rumah Bu Siti");
  const found = await env.REVIEW_ROOM.getByName(room).occurrencesOf("siti");
  const pieces = (found ?? []).flatMap((each) => each.pieces);
  const author = { personId: "facilitator", villageId: null };
  const order = { redactionId: "r1", pieces, author, isAtOnce: true };
  expect(await env.DOCUMENT_ROOM.getByName(room).redact(order)).toMatchObject({ units: 4 });
  await tellRoom();
  const again = await RoomClient.open(room, ani, { epoch: 0 });
  expect(field(again, "place")).toBe("Rumah Bu ████");
  await db.update(forums).set({ place: "Rumah Bu Siti, aula" }).where(eq(forums.id, forumId));
  await tellRoom();
  await again.untilText("Rumah Bu ████, aula");
});
