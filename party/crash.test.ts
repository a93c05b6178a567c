import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../domain/document/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { decodePage } from "./log/page-codec.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";

const room = "case-open";
const ani = person("participant-a");
const budi = person("participant-b", { village: villages.b });

beforeAll(buildWorld);

/** Two people; the second has seen `text`, which the room has not stored, when the room dies. */
async function crashAfterSeen(text: string) {
  const a = await RoomClient.open(room, ani);
  const b = await RoomClient.open(room, budi);
  a.type(a.container("kind", "situation"), "Tersimpan. ");
  await a.untilSaved();
  await vi.waitUntil(() => b.batches.length === 0);
  a.type(a.container("kind", "situation"), text);
  await b.untilText(text);
  await abortAllDurableObjects();
  return { a, b };
}

function readAuthors(word: string) {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(room), (_room, state) =>
    new SqliteLogStore(state.storage)
      .pagesAfter(0)
      .flatMap((page) => decodePage(page.entries))
      .filter(({ update }) => new TextDecoder().decode(update).includes(word))
      .map(({ author }) => author),
  );
}

test("[R1, R5] what others saw comes back under its author's name, who never returns", async () => {
  const { b } = await crashAfterSeen("Dilihat Budi. ");
  expect(b.batches).toHaveLength(1);
  const again = await RoomClient.open(room, budi);
  expect(again.text).not.toContain("Dilihat Budi.");
  again.handBack(b.batches);
  const newcomer = await RoomClient.open(room, budi);
  await newcomer.untilText("Dilihat Budi.");
  await vi.waitUntil(async () => (await readAuthors("Dilihat Budi")).length > 0);
  expect(await readAuthors("Dilihat Budi")).toEqual([
    { personId: "participant-a", villageId: "village-a" },
  ]);
});

test("[R5] a batch whose seal was tampered with is not taken, and nobody is sent away", async () => {
  const { b } = await crashAfterSeen("Kata asli. ");
  const again = await RoomClient.open(room, budi);
  const forged = b.batches.map((batch) => {
    const copy = batch.slice();
    const at = new TextDecoder("latin1").decode(copy).indexOf("Kata asli");
    copy[at] = "M".charCodeAt(0);
    return copy;
  });
  again.handBack(forged);
  again.type(again.container("kind", "problem"), "Tetap menulis.");
  await again.untilSaved();
  expect(again.closed).toBeNull();
  const newcomer = await RoomClient.open(room, ani);
  expect(newcomer.text).not.toContain("Mata asli");
});

test("[R2] the author's own journal and another's batch bring the same words once", async () => {
  const { a, b } = await crashAfterSeen("Sekali saja. ");
  const again = await RoomClient.open(room, budi);
  again.handBack(b.batches);
  const author = await RoomClient.open(room, ani);
  for (const update of a.ownUpdates.slice(-1)) author.sendUpdate(update);
  await author.untilSaved();
  const newcomer = await RoomClient.open(room, budi);
  expect(newcomer.text.split("Sekali saja.")).toHaveLength(2);
});

test("words that build on others' lost words wait for them, whoever comes first", async () => {
  const { a, b } = await crashAfterSeen("Dasar. ");
  b.type(b.container("kind", "situation"), "Lanjutan Budi. ");
  const again = await RoomClient.open(room, budi);
  for (const update of b.ownUpdates) again.sendUpdate(update);
  const author = await RoomClient.open(room, ani);
  for (const update of a.ownUpdates.slice(-1)) author.sendUpdate(update);
  await again.untilSaved();
  const newcomer = await RoomClient.open(room, ani);
  expect(newcomer.text).toContain("Lanjutan Budi. Dasar. ");
});

test("[R1, R3] the ids that the room gave and others saw come back, also those of fields", async () => {
  const a = await RoomClient.open(room, ani);
  const b = await RoomClient.open(room, budi);
  a.type(a.container("kind", "situation"), "Sebelum janji. ");
  await a.untilSaved();
  const followUp = new Y.XmlElement("followUp");
  const field = new Y.XmlElement("field");
  field.setAttribute("name", "activity");
  followUp.insert(0, [field]);
  a.container("kind", "followUps").push([followUp]);
  const isNumbered = ({ doc }: RoomClient) =>
    doc
      .getXmlFragment(fragmentName)
      .toString()
      .match(/<field [^>]*>/g)
      ?.every((tag) => tag.includes("id=")) ?? false;
  await vi.waitUntil(() => isNumbered(a) && isNumbered(b) && b.text === a.text);
  await abortAllDurableObjects();
  const again = await RoomClient.open(room, budi);
  again.handBack(b.batches);
  again.type(again.container("kind", "problem"), "Setelah jatuh.");
  await again.untilSaved();
  const newcomer = await RoomClient.open(room, ani);
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(newcomer.doc));
  expect(Y.encodeStateVector(b.doc)).toEqual(Y.encodeStateVector(newcomer.doc));
});

test("[R1] what a newcomer is given is durable before it leaves: no seal could bring it back", async () => {
  const a = await RoomClient.open(room, ani);
  a.type(a.container("kind", "situation"), "Sebelum tamu. ");
  await a.untilSaved();
  a.type(a.container("kind", "situation"), "Dilihat tamu. ");
  const guest = await RoomClient.open(room, budi);
  expect(guest.text).toContain("Dilihat tamu.");
  await abortAllDurableObjects();
  const newcomer = await RoomClient.open(room, ani);
  expect(newcomer.text).toContain("Dilihat tamu.");
});

test("[R1, R11] words typed into what another deletes at that moment stay in the log", async () => {
  const a = await RoomClient.open(room, ani);
  const b = await RoomClient.open(room, budi);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Dihapus Budi")]);
  a.container("kind", "options").insert(0, [paragraph]);
  await a.untilSaved();
  await b.untilText("Dihapus Budi");
  b.container("kind", "options").delete(0, 1);
  (paragraph.get(0) as Y.XmlText).insert(0, "Ditulis Ani. ");
  await a.untilSaved();
  await b.untilSaved();
  expect(a.text).not.toContain("Ditulis Ani.");
  expect(await readAuthors("Ditulis Ani.")).toEqual([
    { personId: "participant-a", villageId: "village-a" },
  ]);
});
