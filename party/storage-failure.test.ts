import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";

const ani = person("participant-a");
const budi = person("participant-b", { village: villages.b });
const fani = person("facilitator", { village: null, office: "Kecamatan", lanes: "all" });

beforeAll(buildWorld);

/** Every commit fails from now on, as on a full disk. */
function breakStorage(name: string) {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(name), (_room, state) => {
    state.storage.sql.exec("ALTER TABLE pages RENAME TO hidden");
  });
}

function mendStorage(name: string) {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(name), (_room, state) => {
    state.storage.sql.exec("ALTER TABLE hidden RENAME TO pages");
  });
}

test("[R1] while commits fail everybody is told, nothing is called saved and nothing more is taken", async () => {
  const name = "case-draft";
  const a = await RoomClient.open(name, ani);
  const b = await RoomClient.open(name, budi);
  await breakStorage(name);
  a.type(a.container("kind", "problem"), "Sebelum gagal.");
  await vi.waitUntil(() => !a.storageWorks && !b.storageWorks);
  b.type(b.container("kind", "problem"), "Setelah gagal.");
  const newcomer = await RoomClient.open(name, fani).catch((error: unknown) => error);
  expect(newcomer).toBeInstanceOf(Error);
  expect([a.saved, b.saved]).toEqual([0, 0]);
  expect(a.text).not.toContain("Setelah gagal.");
  await mendStorage(name);
  expect(await a.untilClosed(10_000)).toBe(closeCodes.storageFailed);
  expect(await b.untilClosed(10_000)).toBe(closeCodes.storageFailed);
  const [againA, againB] = [await RoomClient.open(name, ani), await RoomClient.open(name, budi)];
  expect(againA.text).toContain("Sebelum gagal.");
  for (const update of b.ownUpdates) againB.sendUpdate(update);
  await againB.untilSaved();
  await againA.untilText("Setelah gagal.");
});

test("[R1] a room that dies while its storage fails loses nothing that was called saved", async () => {
  const name = "case-submitted";
  const a = await RoomClient.open(name, fani);
  a.type(a.container("kind", "problem"), "Tersimpan.");
  await a.untilSaved();
  await breakStorage(name);
  a.type(a.container("kind", "problem"), "Belum.");
  await vi.waitUntil(() => !a.storageWorks);
  expect(a.saved).toBe(1);
  await mendStorage(name);
  await abortAllDurableObjects();
  const again = await RoomClient.open(name, fani);
  expect(again.text).toContain("Tersimpan.");
  expect(again.text).not.toContain("Belum.");
  again.close();
});
