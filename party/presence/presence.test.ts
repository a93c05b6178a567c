import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { ping, pong } from "../ping.ts";
import { ago } from "../testing/ago.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person, villages } from "../testing/room-people.ts";

const ani = person("participant-a");
const budi = person("participant-b", { village: villages.b });
const missedAPingMs = 8_000;

beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

/** Somebody who is shown in the room and was last heard of so long ago. */
function joinAgo(ms: number, room: string): Promise<RoomClient> {
  return ago(ms, async () => {
    const client = await RoomClient.open(room, ani);
    client.sendPresence({ cursor: null });
    await vi.waitUntil(async () => {
      const { present } = await env.DOCUMENT_ROOM.getByName(room).glance();
      return present.length > 0;
    });
    return client;
  });
}

async function withoutAnswer(joining: Promise<RoomClient>): Promise<RoomClient> {
  const client = await joining;
  client.answersQuery = false;
  return client;
}

/** The runtime answers it, not the room. */
async function pingOnce(client: RoomClient): Promise<void> {
  const answered = new Promise((resolve) => {
    client.socket.addEventListener("message", ({ data }) => {
      if (data === pong) resolve(data);
    });
  });
  client.send(ping);
  await answered;
}

test("[R13] in a room that is awake, whoever missed a ping is asked, and gone without an answer", async () => {
  const room = "case-open";
  const b = await ago(missedAPingMs, () => RoomClient.open(room, budi));
  const dead = await withoutAnswer(joinAgo(missedAPingMs, room));
  const quiet = await joinAgo(missedAPingMs, room);
  const alive = await joinAgo(missedAPingMs, room);
  await pingOnce(alive);
  const all = [dead, quiet, alive].map(({ doc }) => doc.clientID);
  await vi.waitUntil(() => all.every((client) => b.presence.has(client)));
  const asked = vi.spyOn(alive, "sendPresence");
  b.sendPresence({ cursor: null });
  await vi.waitUntil(() => !b.presence.has(dead.doc.clientID), { timeout: 7_000 });
  expect(b.presence.has(quiet.doc.clientID)).toBe(true);
  expect(b.presence.has(alive.doc.clientID)).toBe(true);
  expect(asked).not.toHaveBeenCalled();
  expect(dead.closed).toBeNull();
}, 15_000);

test("[R13, R10] a sleeping room shows a newcomer nobody who is behind a dead link", async () => {
  const room = "case-draft";
  const dead = await withoutAnswer(joinAgo(missedAPingMs, room));
  const alive = await joinAgo(missedAPingMs, room);
  await evictDurableObject(env.DOCUMENT_ROOM.getByName(room));
  await pingOnce(alive);
  const c = await RoomClient.open(room, budi);
  await vi.waitUntil(() => c.presence.has(alive.doc.clientID));
  expect(c.presence.has(dead.doc.clientID)).toBe(false);

  // It was only frozen, as phones do with what is not on the screen.
  dead.sendPresence({ cursor: null }, dead.doc.clientID, 2);
  await vi.waitUntil(() => c.presence.has(dead.doc.clientID));
}, 15_000);

test("[R13] a list elsewhere names nobody who is behind a dead link", async () => {
  const room = "case-submitted";
  await withoutAnswer(joinAgo(missedAPingMs, room));
  expect((await env.DOCUMENT_ROOM.getByName(room).glance()).present).toEqual([]);
});

test("[R13] who answers late is shown again, also to those who were told of the leave", async () => {
  const room = "case-drafted";
  const b = await ago(missedAPingMs, () => RoomClient.open(room, budi));
  const quiet = await joinAgo(missedAPingMs, room);
  await vi.waitUntil(() => b.presence.has(quiet.doc.clientID));
  const seen: boolean[] = [];
  b.socket.addEventListener("message", () => {
    seen.push(b.presence.has(quiet.doc.clientID));
  });
  await RoomClient.open(room, person("facilitator"));
  await vi.waitUntil(() => seen.includes(false) && b.presence.has(quiet.doc.clientID));
  expect(quiet.closed).toBeNull();
});

test("[R13] whoever comes back under the same client id is seen by those who stayed", async () => {
  const room = "case-open";
  const b = await RoomClient.open(room, budi);
  const first = await RoomClient.open(room, ani);
  const client = first.doc.clientID;
  first.sendPresence({ cursor: null }, client, 7);
  await vi.waitUntil(() => b.presence.has(client));
  first.close();
  await vi.waitUntil(() => !b.presence.has(client));
  const second = await RoomClient.open(room, ani);
  second.sendPresence({ cursor: null }, client, 8);
  await vi.waitUntil(() => b.presence.has(client));
});

test("[R13, R10] after a hibernation whoever closes is gone for the others", async () => {
  const room = "case-open";
  const a = await RoomClient.open(room, ani);
  const b = await RoomClient.open(room, budi);
  a.sendPresence({ cursor: null });
  await vi.waitUntil(() => b.presence.has(a.doc.clientID));
  await evictDurableObject(env.DOCUMENT_ROOM.getByName(room));
  a.close();
  await vi.waitUntil(() => !b.presence.has(a.doc.clientID));
});

test("[R13] a link that stays dead for a minute is given up", async () => {
  const room = "case-elsewhere";
  const dani = person("villager-d", {
    village: { id: "village-d", name: "Desa Contoh D", colour: 3 },
  });
  const dead = await withoutAnswer(joinAgo(80_000, room));
  const b = await ago(70_000, async () => {
    const client = await RoomClient.open(room, dani);
    client.sendPresence({ cursor: null });
    await vi.waitUntil(() => client.isSynced);
    return client;
  });
  b.sendPresence({ cursor: null }, b.doc.clientID, 2);
  expect(await dead.untilClosed()).toBe(closeCodes.silent);
  expect(b.closed).toBeNull();
});
