import { expect, test } from "vitest";
import * as Y from "yjs";
import { Journal } from "./journal.ts";

/** A document whose changes go into a journal of their own. */
function writer() {
  const doc = new Y.Doc();
  const journal = new Journal();
  doc.on("update", (update, origin) => {
    if (origin !== "other") journal.add(update);
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
  const a = writer();
  for (const letter of "halo") a.text.insert(a.text.length, letter);
  expect(framesOf(a.journal)).toHaveLength(1);
});

test("frames of two people who wrote into each other's words can be taken in some order", () => {
  const a = writer();
  const b = writer();
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

test("what is acknowledged leaves the journal, frame by frame", () => {
  const a = writer();
  a.text.insert(0, "a");
  a.journal.sendNewest(() => {});
  a.text.insert(1, "b");
  a.journal.sendNewest(() => {});
  a.journal.acknowledge(1);
  expect(a.journal.size).toBe(1);
  a.journal.acknowledge(2);
  expect(a.journal.size).toBe(0);
});
