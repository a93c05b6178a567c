import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeCodes } from "../party/close-codes.ts";
import { ago } from "../party/testing/ago.ts";
import { RoomClient } from "../party/testing/room-client.ts";
import { deliverNotices } from "./actions/deliver-notices.ts";
import { openDatabase } from "./db/open.ts";
import { noticeOfDocument, noticeOfForum, noticeOfPerson } from "./db/room-notices.ts";
import {
  districtSettings,
  documents,
  forumMembers,
  openRooms,
  people,
  roles,
  roomNotices,
} from "./db/schema.ts";
import { ask, cookieOf } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

const db = openDatabase(env);
const room = "case-open";
const stub = () => env.DOCUMENT_ROOM.getByName(room);

beforeAll(buildWorld);
afterEach(async () => {
  RoomClient.leaveAll();
  await vi.waitUntil(async () => (await db.select().from(openRooms)).length === 0);
  await db.delete(roomNotices);
});

/** Comes in by the Worker's own door, with the rights that it reads. */
async function enter(personId: string, expiresAt?: number) {
  const cookie = await cookieOf(personId, expiresAt);
  const client = await RoomClient.enter(room, cookie);
  return { client, cookie };
}

async function present(...personIds: string[]): Promise<RoomClient[]> {
  const entered = await Promise.all(personIds.map((id) => enter(id)));
  return entered.map(({ client }) => client);
}

const noticesLeft = () => db.select().from(roomNotices);

/** Nobody was sent away: what the room was to say to them has been said when it answers this. */
async function staysIn(...clients: (RoomClient | undefined)[]): Promise<void> {
  for (const client of clients) {
    const frames = client?.frames ?? 0;
    client?.sendQuery();
    await vi.waitUntil(() => client?.closed !== null || client.frames > frames);
    expect(client?.closed).toBeNull();
  }
}

beforeEach(async () => {
  await db.update(documents).set({ status: "open" }).where(eq(documents.id, room));
});

// First, for the room has heard of nobody at a later time yet.
test("[R4] without any notice a minute of traffic finds the change", async () => {
  const [villager, keeper] = await ago(61_000, () => present("participant-a", "minute-taker"));
  await db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room));
  keeper?.type(keeper.container("kind", "situation"), "Semenit.");
  expect(await villager?.untilClosed()).toBe(closeCodes.rightsChanged);
  await staysIn(keeper);
});

test("[R4] a room that slept through a change decides when it wakes", async () => {
  const [villager, keeper] = await present("participant-a", "minute-taker");
  await evictDurableObject(stub());
  await db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room));
  keeper?.type(keeper.container("kind", "situation"), "Pagi.");
  expect(await villager?.untilClosed()).toBe(closeCodes.rightsChanged);
  await staysIn(keeper);
  await keeper?.untilSaved();
}, 15_000);

test("[R4] who loses a role is sent away at once, and nobody else is", async () => {
  const [camat, villager] = await present("camat", "participant-a");
  await db.batch([
    db.delete(roles).where(eq(roles.personId, "camat")),
    noticeOfPerson(db, "camat", 1),
  ]);
  await deliverNotices(env);
  expect(await camat?.untilClosed()).toBe(closeCodes.noAccess);
  await staysIn(villager);
  expect(await noticesLeft()).toEqual([]);
  await db.insert(roles).values({ personId: "camat", districtId: "99.01.01", role: "camat" });
});

test("[R4] who loses the place in the forum is sent away, the same village's other people stay", async () => {
  const [lost, stays] = await present("participant-b", "representative-a");
  const place = and(
    eq(forumMembers.personId, "participant-b"),
    eq(forumMembers.forumId, "forum-in-session"),
  );
  await db.batch([
    db.delete(forumMembers).where(place),
    noticeOfForum(db, "forum-in-session", "participant-b", 1),
  ]);
  await deliverNotices(env);
  expect(await lost?.untilClosed()).toBe(closeCodes.noAccess);
  await staysIn(stays);
  await db
    .insert(forumMembers)
    .values({ forumId: "forum-in-session", personId: "participant-b", role: "participant" });
});

test("[R4] a status that moves sends away those whose right changes, and they come back with it", async () => {
  const villager = await enter("participant-a");
  const [minuteTaker, camat] = await present("minute-taker", "camat");
  const cookie = await cookieOf("facilitator");
  const answer = await ask(`/api/documents/${room}/status`, {
    method: "PUT",
    json: { to: "drafted" },
    cookie,
  });
  expect(answer.status).toBe(204);
  expect(await villager.client.untilClosed()).toBe(closeCodes.rightsChanged);
  await staysIn(minuteTaker, camat);

  const again = await RoomClient.enter(room, villager.cookie);
  again.type(again.container("kind", "situation"), "Terlambat.");
  expect(await again.untilClosed()).toBe(closeCodes.readOnly);
});

test("[R4] who signs out is gone from the room, the same person's other device stays", async () => {
  const phone = await enter("participant-a");
  const [laptop] = await present("participant-a");
  await ask("/api/session", { method: "DELETE", cookie: phone.cookie });
  expect(await phone.client.untilClosed()).toBe(closeCodes.notSignedIn);
  await staysIn(laptop);
});

test("[R4] whose session ends while others write is sent away with their next word", async () => {
  const endsAt = Date.now() + 1500;
  const { client: ended } = await enter("participant-a", endsAt);
  const [writer] = await present("participant-b");
  await vi.waitUntil(() => Date.now() > endsAt, { timeout: 3000 });
  writer?.type(writer.container("kind", "situation"), "Lanjut.");
  expect(await ended.untilClosed()).toBe(closeCodes.notSignedIn);
  await staysIn(writer);
});

test("[R4] who was removed is sent away, and finds the door shut", async () => {
  const removed = await enter("representative-a");
  const [stays] = await present("participant-a");
  const who = eq(people.id, "representative-a");
  await db.batch([
    db.update(people).set({ removedAt: 1 }).where(who),
    noticeOfPerson(db, "representative-a", 1),
  ]);
  await deliverNotices(env);
  expect(await removed.client.untilClosed()).toBe(closeCodes.notSignedIn);
  await staysIn(stays);
  await expect(RoomClient.enter(room, removed.cookie)).rejects.toThrow("401");
  await db.update(people).set({ removedAt: null }).where(who);
});

test("[R4] the Inspektorat loses sight with the camat's setting", async () => {
  await db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room));
  await db.insert(districtSettings).values({ districtId: "99.01.01", inspectorateSees: true });
  const [inspector, reviewer] = await present("inspector", "reviewer");
  await db.batch([
    db.update(districtSettings).set({ inspectorateSees: false }),
    noticeOfDocument(db, room, 1),
  ]);
  await deliverNotices(env);
  expect(await inspector?.untilClosed()).toBe(closeCodes.noAccess);
  await staysIn(reviewer);
});

test("[R4] a notice that changes nothing for those who are in sends nobody away", async () => {
  const clients = await present("participant-a", "participant-b", "facilitator", "camat");
  for (let times = 0; times < 3; times++) {
    await noticeOfDocument(db, room, 1);
    await deliverNotices(env);
  }
  await staysIn(...clients);
  expect(await noticesLeft()).toEqual([]);
});

test("[R4] a room that cannot ask keeps its notice and everybody in it, and decides later", async () => {
  const [villager] = await present("participant-a");
  await db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room));
  await noticeOfDocument(db, room, 1);
  await db.insert(roomNotices).values({ room: "case-drafted", createdAt: 1 });
  await env.DB.exec("ALTER TABLE districts RENAME TO hidden");
  await deliverNotices(env);
  await env.DB.exec("ALTER TABLE hidden RENAME TO districts");
  expect((await noticesLeft()).map((notice) => notice.room)).toEqual([room]);
  await staysIn(villager);
  villager?.type(villager.container("kind", "situation"), "Tetap menulis.");
  await villager?.untilSaved();
  // As the cron trigger does each minute.
  await deliverNotices(env);
  expect(await villager?.untilClosed()).toBe(closeCodes.rightsChanged);
  expect(await noticesLeft()).toEqual([]);
});

test("[R4] what a crash kept from delivery goes with the next write of anybody", async () => {
  const [villager] = await present("participant-a");
  await db.batch([
    db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room)),
    noticeOfDocument(db, room, 1),
  ]);
  await ask("/api/session", { method: "DELETE", cookie: await cookieOf("villager-d") });
  expect(await villager?.untilClosed()).toBe(closeCodes.rightsChanged);
});

test("[R4] a right that was read before the room heard of its change does not hold", async () => {
  const [keeper] = await present("minute-taker");
  const before = await cookieOf("participant-a");
  const { answer } = await RoomClient.knockLater(room, before);
  await db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room));
  await noticeOfDocument(db, room, 1);
  await deliverNotices(env);
  expect(await noticesLeft()).toEqual([]);
  const late = await answer();
  expect(await late.untilClosed()).toBe(closeCodes.rightsChanged);
  await staysIn(keeper);
});

test("[R4] a right that was read before the room was listed does not hold", async () => {
  const { answer } = await RoomClient.knockLater(room, await cookieOf("participant-a"));
  await db.update(documents).set({ status: "drafted" }).where(eq(documents.id, room));
  await noticeOfDocument(db, room, 1);
  expect(await noticesLeft()).toEqual([]);
  const late = await answer();
  expect(await late.untilClosed()).toBe(closeCodes.rightsChanged);
});

test("[R4] a room is listed while somebody is in it; a notice removes what a crash left", async () => {
  const [villager] = await present("participant-a");
  const listed = async () => (await db.select().from(openRooms)).map((row) => row.room);
  expect(await listed()).toEqual([room]);
  villager?.close();
  await vi.waitUntil(async () => (await listed()).length === 0);
  await db.insert(openRooms).values({ room, openedAt: 1 });
  await noticeOfDocument(db, room, 1);
  await deliverNotices(env);
  await vi.waitUntil(async () => (await listed()).length === 0);
});

test("[R4] a registry that fails keeps nobody out", async () => {
  await env.DB.exec("ALTER TABLE open_rooms RENAME TO hidden");
  const [villager] = await present("participant-a");
  await env.DB.exec("ALTER TABLE hidden RENAME TO open_rooms");
  villager?.type(villager.container("kind", "situation"), "Di dalam.");
  await villager?.untilSaved();
});

test("[R4] a ninth socket of one person is refused by name, another person's is not", async () => {
  const eight = await present(...Array.from({ length: 8 }, () => "participant-a"));
  const cookie = await cookieOf("participant-a");
  const ninth = await RoomClient.enter(room, cookie, { waits: false });
  expect(await ninth.untilClosed()).toBe(closeCodes.tooManyTabs);
  const [other] = await present("participant-b");
  await staysIn(other, ...eight);
  eight[0]?.close();
  await vi.waitUntil(async () => {
    const again = await RoomClient.enter(room, cookie, { waits: false });
    await vi.waitUntil(() => again.isSynced || again.closed !== null);
    return again.isSynced;
  });
});

test("[R4] demo people go where nobody tries the product out any more", async () => {
  const [demo, villager] = await present("demo-a", "participant-a");
  await runInDurableObject(stub(), async (instance) => {
    const bindings = Reflect.get(instance, "env") as { DEMO_PEOPLE?: string };
    bindings.DEMO_PEOPLE = "no";
    await instance.rightsChanged(null);
    bindings.DEMO_PEOPLE = "yes";
  });
  expect(await demo?.untilClosed()).toBe(closeCodes.notSignedIn);
  await staysIn(villager);
});
