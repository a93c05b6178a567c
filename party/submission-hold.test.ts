import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../worker/db/open.ts";
import { documents, forums } from "../worker/db/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import type { FrozenDocument } from "./document-questions.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person } from "./testing/room-people.ts";

const room = "case-drafted";
let keepers = 0;
/** Somebody else each time: who is refused again and again is told to wait. */
const keeper = () => person(`keeper ${++keepers}`, { lanes: "all", village: null });

beforeAll(buildWorld);
afterEach(async () => {
  RoomClient.leaveAll();
  await stub().thaw(null);
});

const stub = () => env.DOCUMENT_ROOM.getByName(room);

async function freeze(): Promise<FrozenDocument> {
  const frozen = await stub().freeze();
  if (frozen === null) throw new Error("the room did not hold still");
  return frozen;
}

async function untilRefused(client: RoomClient): Promise<void> {
  client.type(client.container("kind", "situation"), "Terlambat.");
  expect(await client.untilClosed()).toBe(closeCodes.frozen);
}

async function untilWritten(text: string): Promise<void> {
  const client = await RoomClient.open(room, keeper());
  client.type(client.container("kind", "situation"), text);
  await client.untilSaved();
}

test("[R9] what is being submitted is exactly what is on disk, with everything that was typed before", async () => {
  const client = await RoomClient.open(room, keeper());
  client.type(client.container("kind", "situation"), "Sampai di sini.");
  await vi.waitUntil(async () => (await stub().reading()).includes("Sampai di sini."));
  const frozen = await freeze();
  expect(frozen.reading).toContain("Sampai di sini.");
  expect(frozen.place).toBe(await stub().currentPlace());
  expect(await stub().reading()).toBe(frozen.reading);
});

test("[R9] while it is being submitted nobody writes, whatever rights they came with", async () => {
  const early = await RoomClient.open(room, keeper());
  const { place, reading } = await freeze();
  await untilRefused(early);
  await untilRefused(await RoomClient.open(room, keeper()));
  expect(await stub().currentPlace()).toBe(place);
  expect(await stub().reading()).toBe(reading);
});

test("[R9] who was refused writes on when it was not submitted after all", async () => {
  const { holdId } = await freeze();
  await untilRefused(await RoomClient.open(room, keeper()));
  await stub().thaw(holdId);
  await untilWritten("Lanjut.");
});

test("[R9] what one of two lets go the other still holds", async () => {
  const first = await freeze();
  const second = await freeze();
  await stub().thaw(first.holdId);
  await untilRefused(await RoomClient.open(room, keeper()));
  await stub().thaw(second.holdId);
  await untilWritten("Bebas.");
});

test("[R9] a crash while it is being submitted lets nobody in", async () => {
  await freeze();
  await abortAllDurableObjects();
  await untilRefused(await RoomClient.open(room, keeper()));
});

test("[R9] what a crashed room's browsers hand back is not taken into it", async () => {
  const reader = await RoomClient.open(room, keeper());
  const writer = await RoomClient.open(room, keeper());
  writer.type(writer.container("kind", "situation"), "Tersimpan. ");
  await writer.untilSaved();
  await vi.waitUntil(() => reader.batches.length === 0);
  writer.type(writer.container("kind", "situation"), "Belum tersimpan. ");
  await reader.untilText("Belum tersimpan. ");
  await abortAllDurableObjects();
  expect(reader.batches).toHaveLength(1);
  const { reading } = await freeze();
  expect(reading).not.toContain("Belum tersimpan.");
  const again = await RoomClient.open(room, keeper());
  again.handBack(reader.batches);
  await vi.waitUntil(() => again.returned > 0);
  expect(await stub().reading()).toBe(reading);
});

test("[R9, R15] what the forum changes meanwhile waits until it was not submitted", async () => {
  const db = openDatabase(env);
  await db.update(documents).set({ kind: "minutes" }).where(eq(documents.id, "case-draft"));
  const minutes = env.DOCUMENT_ROOM.getByName("case-draft");
  const frozen = await minutes.freeze();
  await db.update(forums).set({ place: "Aula baru" }).where(eq(forums.id, "forum-in-session"));
  await minutes.forumChanged();
  expect(await minutes.reading()).toBe(frozen?.reading);
  await minutes.thaw(frozen?.holdId ?? null);
  await vi.waitUntil(async () => (await minutes.reading()).includes("Aula baru"));
});

// Last, for the room's clock goes back after it.
test("[R9] a Worker that does not come back holds nobody up for longer than it said", async () => {
  const { until } = await freeze();
  vi.useFakeTimers({ toFake: ["Date"], now: until + 1 });
  try {
    await untilWritten("Sesudahnya.");
  } finally {
    vi.useRealTimers();
  }
});
