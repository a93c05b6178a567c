import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { closeCodes } from "../party/close-codes.ts";
import { NotedDocument } from "../party/testing/noted-document.ts";
import { RoomClient } from "../party/testing/room-client.ts";
import { openDatabase } from "./db/open.ts";
import { openRooms } from "./db/schema.ts";
import { addModule } from "./testing/modules.ts";
import { ask, cookieOf } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";

beforeAll(buildWorld);
afterEach(async () => {
  RoomClient.leaveAll();
  await vi.waitUntil(async () => (await db.select().from(openRooms)).length === 0);
});

async function enter(id: string, personId: string): Promise<RoomClient> {
  return RoomClient.enter(id, await cookieOf(personId));
}

async function put(personId: string, path: string, json?: object, method = "PUT") {
  return ask(path, { method, cookie: await cookieOf(personId), ...(json ? { json } : {}) });
}

test("[R4] in a module on trial who was asked writes, and another villager's words are refused", async () => {
  await addModule("trial", {
    districtId: here,
    status: "trial",
    askedPersonIds: ["participant-b"],
  });
  const asked = await enter("trial", "participant-b");
  const reader = await enter("trial", "villager-c");
  asked.type(asked.container("kind", "material"), "Harga dari tiga toko.");
  await asked.untilSaved();
  await reader.untilText("Harga dari tiga toko.");
  reader.type(reader.container("kind", "material"), "Tulisan pembaca.");
  expect(await reader.untilClosed()).toBe(closeCodes.readOnly);
});

test("[R4] who is asked no more goes on reading, or leaves a Rancangan at once", async () => {
  for (const [id, status, code] of [
    ["design", "design", closeCodes.noAccess],
    ["refined", "refined", closeCodes.rightsChanged],
  ] as const) {
    await addModule(id, { districtId: here, status, askedPersonIds: ["participant-b"] });
    const asked = await enter(id, "participant-b");
    const path = `/api/modules/${id}/writers/participant-b`;
    expect((await put("facilitator", path, undefined, "DELETE")).status).toBe(204);
    expect(await asked.untilClosed()).toBe(code);
  }
});

test("a villager notes beside a module on trial, and who was asked marks the note as done", async () => {
  await addModule("noted", {
    districtId: here,
    status: "trial",
    askedPersonIds: ["participant-b"],
  });
  const asked = await NotedDocument.enter("noted", "participant-b");
  asked.client.type(asked.client.container("kind", "material"), "Harga dari tiga toko.");
  await asked.saved();
  const reader = await NotedDocument.enter("noted", "villager-c");
  await reader.client.untilText("tiga toko");
  const { id, author } = await reader.note("tiga toko", { text: "Toko mana?" });
  expect(author).toMatchObject({ village: { name: "Desa Contoh C" } });
  const closed = await asked.ask(`/threads/${id}/closure`, { method: "PUT" });
  expect(closed.ok).toBe(true);
});

test("[R9] from Terbit on nobody writes in a module, its facilitator neither", async () => {
  await addModule("last", { districtId: here, status: "refined", askedPersonIds: [] });
  const facilitator = await enter("last", "facilitator");
  const answer = await put("camat", "/api/modules/last/status", { to: "published" });
  expect(answer.status).toBe(204);
  expect(await facilitator.untilClosed()).toBe(closeCodes.rightsChanged);
  const again = await enter("last", "facilitator");
  again.type(again.container("kind", "goals"), "Terlambat.");
  expect(await again.untilClosed()).toBe(closeCodes.frozen);
});
