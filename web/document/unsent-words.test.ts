import { expect, test } from "vitest";
import * as Y from "yjs";
import { isAheadOfRoom } from "./local-copy.ts";
import { unsentWords } from "./unsent-words.ts";

function typed(clientId: number, ...texts: [place: number, words: string][]) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const [place, words] of texts) doc.getText("t").insert(place, words);
  return { doc, updates, vector: Y.encodeStateVector(doc) };
}

test("words typed one after the other are one line, other places are lines of their own", () => {
  const { updates } = typed(1, [0, "satu "], [5, "dua"], [0, "awal"]);
  expect(unsentWords(updates)).toBe("satu dua\nawal");
});

test("words that the room has already are left out, also in the middle of a change", () => {
  const { updates } = typed(1, [0, "satu "], [5, "dua"]);
  expect(unsentWords(updates, new Map([[1, 5]]))).toBe("dua");
  expect(unsentWords(updates, new Map([[1, 7]]))).toBe("a");
  expect(unsentWords(updates, new Map([[1, 8]]))).toBe("");
});

test("a copy is ahead of the room by words that nobody here wrote and waits to send", () => {
  const { updates, vector } = typed(1, [0, "satu "], [5, "dua"]);
  const empty = Y.encodeStateVector(new Y.Doc());
  expect(isAheadOfRoom(vector, vector, [])).toBe(false);
  expect(isAheadOfRoom(vector, empty, [])).toBe(true);
  expect(isAheadOfRoom(vector, empty, updates)).toBe(false);
  expect(isAheadOfRoom(vector, empty, updates.slice(0, 1))).toBe(true);
  expect(isAheadOfRoom(empty, vector, [])).toBe(false);
});
