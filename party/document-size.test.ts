import { beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import { DocumentSize } from "./document-size.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person } from "./testing/room-people.ts";
import { maxStateBytes } from "./wire.ts";

const ani = person("participant-a");
const room = "case-open";

beforeAll(buildWorld);

function paragraph(letters: number): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText("n".repeat(letters))]);
  return element;
}

test("a document above 2 MB takes nothing more, is read on, and takes deletions and what replaces more than it brings", async () => {
  const a = await RoomClient.open(room, ani);
  const situation = a.container("kind", "situation");
  for (let part = 0; part < 4; part++) {
    situation.insert(0, [paragraph(480_000)]);
    await a.untilSaved();
  }
  situation.insert(0, [paragraph(480_000)]);
  expect(await a.untilClosed()).toBe(closeCodes.documentFull);

  const b = await RoomClient.open(room, ani);
  expect(Y.encodeStateAsUpdate(b.doc).byteLength).toBeLessThan(maxStateBytes);
  const section = b.container("kind", "situation");
  b.doc.transact(() => {
    section.delete(0, 1);
    section.insert(0, [paragraph(300_000)]);
  });
  await b.untilSaved();
  section.delete(0, 2);
  await b.untilSaved();
  section.insert(0, [paragraph(480_000)]);
  await b.untilSaved();
  expect(b.closed).toBeNull();
}, 30_000);

test("the size is measured only where the kept sum says that the document may be full", () => {
  const doc = new Y.Doc();
  const measure = vi.fn(() => Y.encodeStateAsUpdate(doc).byteLength);
  const size = new DocumentSize(measure);
  doc.on("update", (update) => size.grow(update.byteLength));
  const text = doc.getText("text");
  for (let letter = 0; letter < 5_000; letter++) {
    expect(size.allows(30)).toBe(true);
    text.insert(letter, "n");
  }
  expect(measure).toHaveBeenCalledTimes(1);
});

test("the kept sum is never less than the encoded state, however the words are cut up", () => {
  const doc = new Y.Doc();
  const size = new DocumentSize(() => Y.encodeStateAsUpdate(doc).byteLength);
  expect(size.allows(1)).toBe(true);
  doc.on("update", (update) => size.grow(update.byteLength));
  const text = doc.getText("text");
  text.insert(0, "n".repeat(20_000));
  for (let at = 1; at < 15_000; at += 3) text.delete(at, 1);
  for (let at = 1; at < 15_000; at += 3) text.insert(at, "x");
  const bytes = Y.encodeStateAsUpdate(doc).byteLength;
  expect(size.atMostBytes).toBeGreaterThanOrEqual(bytes);
});
