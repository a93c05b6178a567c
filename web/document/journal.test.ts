import { expect, test } from "vitest";
import * as Y from "yjs";
import { Journal } from "./journal.ts";

/** A person's document, and its updates one by one. */
function writer(clientId: number) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const type = (text: string) => doc.getText("t").insert(doc.getText("t").length, text);
  return { doc, updates, type };
}

function textOf(frames: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const frame of frames) Y.applyUpdate(doc, frame);
  return doc.getText("t").toString();
}

function filled(updates: readonly Uint8Array[]): Journal {
  const journal = new Journal();
  for (const update of updates) journal.add({ update });
  return journal;
}

test("what the room acknowledged leaves, in order, and nothing else", () => {
  const { updates, type } = writer(1);
  for (const letter of "abc") type(letter);
  const journal = new Journal();
  const sent: Uint8Array[] = [];
  for (const update of updates) {
    journal.add({ update });
    journal.sendNewest((frame) => sent.push(frame));
  }
  expect(sent).toEqual(updates);
  expect(journal.acknowledge(2).map(({ update }) => update)).toEqual(updates.slice(0, 2));
  expect(journal.updates).toEqual(updates.slice(2));
  expect(journal.acknowledge(0)).toEqual([]);
});

test("[R2] on a new socket everything unacknowledged is sent again, in few frames", () => {
  const { updates, type } = writer(1);
  for (let letter = 0; letter < 250; letter++) type("x");
  const journal = filled(updates);
  journal.sendNewest(() => undefined);
  const frames: Uint8Array[] = [];
  journal.sendAll((frame) => frames.push(frame));
  expect(frames).toHaveLength(3);
  expect(textOf(frames)).toBe("x".repeat(250));
  expect(journal.acknowledge(1)).toHaveLength(100);
  expect(journal.acknowledge(2)).toHaveLength(150);
  expect(journal.size).toBe(0);
});

test("no frame grows beyond 128 kB by merging", () => {
  const { updates, type } = writer(1);
  for (let paste = 0; paste < 5; paste++) type("x".repeat(60 * 1024));
  const frames: Uint8Array[] = [];
  filled(updates).sendAll((frame) => frames.push(frame));
  expect(frames).toHaveLength(3);
  for (const frame of frames) expect(frame.byteLength).toBeLessThan(128 * 1024);
});

test("[R2] words from before a reload go first: the later ones build on them", () => {
  const before = writer(1);
  before.type("before ");
  const after = writer(2);
  for (const update of before.updates) Y.applyUpdate(after.doc, update);
  after.updates.length = 0;
  after.type("after");
  const journal = filled(after.updates);
  journal.addOlder(before.updates.map((update) => ({ update })));
  const frames: Uint8Array[] = [];
  journal.sendAll((frame) => frames.push(frame));
  expect(textOf(frames)).toBe("before after");
  expect(journal.updates).toEqual([...before.updates, ...after.updates]);
});

test("[R7] what the room refused is taken out, and a late acknowledgement harms nothing", () => {
  const { updates, type } = writer(1);
  for (const letter of "ab") type(letter);
  const journal = filled(updates);
  journal.sendAll(() => undefined);
  expect(journal.takeAll().map(({ update }) => update)).toEqual(updates);
  type("c");
  journal.add({ update: updates.at(-1) ?? new Uint8Array() });
  expect(journal.acknowledge(1)).toEqual([]);
  expect(journal.size).toBe(1);
});

/** A document whose changes go into a journal of their own. */
function journalled() {
  const doc = new Y.Doc();
  const journal = new Journal();
  doc.on("update", (update, origin) => {
    if (origin !== "other") journal.add({ update });
  });
  const hear = (from: Y.Doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), "other");
  return { doc, journal, text: doc.getText("t"), hear };
}

function framesOf(journal: Journal): Uint8Array[] {
  const frames: Uint8Array[] = [];
  journal.sendAll((frame) => frames.push(frame));
  return frames;
}

test("a stretch of own typing is sent again as one frame", () => {
  const a = journalled();
  for (const letter of "halo") a.text.insert(a.text.length, letter);
  expect(framesOf(a.journal)).toHaveLength(1);
});

test("frames of two people who wrote into each other's words can be taken in some order", () => {
  const a = journalled();
  const b = journalled();
  for (const letter of "abcd") {
    a.text.insert(a.text.length, letter);
    b.hear(a.doc);
    b.text.insert(b.text.length, letter.toUpperCase());
    a.hear(b.doc);
  }
  const room = new Y.Doc();
  const lines = [framesOf(a.journal), framesOf(b.journal)];
  for (let round = 0; round < 20; round++) {
    for (const line of lines) {
      const [next] = line;
      if (!next) continue;
      const trial = new Y.Doc();
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(room));
      Y.applyUpdate(trial, next);
      if (trial.store.pendingStructs) continue;
      Y.applyUpdate(room, next);
      line.shift();
    }
  }
  expect(lines).toEqual([[], []]);
  expect(room.getText("t").toString()).toBe("aAbBcCdD");
});
