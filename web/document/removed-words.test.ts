import { expect, test } from "vitest";
import * as Y from "yjs";
import { redactionFiller } from "../../domain/redaction.ts";
import { removedWords, withoutWords } from "./removed-words.ts";

const nik = "3505161203800001";

/** One paragraph; each further person puts their letter behind all others. */
function typed(words: string, people = 1): Y.Doc {
  const doc = new Y.Doc();
  const text = new Y.XmlText();
  doc.clientID = 1;
  doc.getXmlFragment("document").insert(0, [text]);
  text.insert(0, "NIK : milik Siti");
  for (const [at, letter] of [...words].entries()) {
    doc.clientID = 2 + (at % people);
    text.insert(4 + at, letter);
  }
  return doc;
}

/** The same items under the same ids, with bars. */
function redacted(words: string, people = 1): Uint8Array {
  return Y.encodeStateAsUpdate(typed(redactionFiller.repeat(words.length), people));
}

test.each([1, 2, 3])(
  "[R11] words that %i people typed in turns are known from the copy",
  (people) => {
    const old = Y.encodeStateAsUpdate(typed(nik, people));
    expect(removedWords(old, redacted(nik, people), "")).toEqual([nik]);
    expect(removedWords(old, old, "")).toEqual([]);
  },
);

test("[R11] what this device never had, or had as bars already, is no word", () => {
  const now = redacted(nik);
  expect(removedWords(now, now, "")).toEqual([]);
  expect(removedWords(Y.encodeStateAsUpdate(new Y.Doc()), now, "")).toEqual([]);
  expect(removedWords(Y.encodeStateAsUpdate(typed("Bu")), redacted("Bu"), "")).toEqual([]);
});

test("[R11] three letters are words too, as they are for whoever removes them", () => {
  const old = Y.encodeStateAsUpdate(typed("Bua"));
  expect(removedWords(old, redacted("Bua"), "")).toEqual(["Bua"]);
});

/** The copy of a device, and the room's document where somebody deleted the paragraph since. */
function deletedSince(words: string) {
  const doc = typed(words);
  const copy = Y.encodeStateAsUpdate(doc);
  doc.getXmlFragment("document").delete(0, 1);
  return { copy, ofRoom: Y.encodeStateAsUpdate(doc) };
}

test("[R11] a paragraph that the room has no more is covered where unsent words repeat it", () => {
  const { copy, ofRoom } = deletedSince(nik);
  const cover = (unsent: string) => withoutWords(unsent, removedWords(copy, ofRoom, unsent));
  const paragraph = `NIK ${nik}: milik Siti`;
  const bars = redactionFiller.repeat(paragraph.length);
  expect(cover(`Disalin: ${paragraph}!`)).toBe(`Disalin: ${bars}!`);
  expect(cover(`nomor:${nik}`)).toBe(`nomor:${redactionFiller.repeat(nik.length)}`);
  expect(cover("Siti milik NIK 3505, ditulis sendiri")).toBe(
    "Siti milik NIK 3505, ditulis sendiri",
  );
});

test.each([
  [6, 9, "kata bu aminah", ["bu aminah"]],
  [6, 9, "kata Aminah", []],
  [15, 4, "Desa dan warga, Bu Aminah", []],
])(
  "[R11] a short text that was deleted counts as a whole (%i, %i, %s)",
  (at, length, unsent, removed) => {
    const doc = new Y.Doc();
    const text = new Y.XmlText();
    doc.getXmlFragment("document").insert(0, [text]);
    text.insert(0, "Milik Bu Aminah dan");
    const copy = Y.encodeStateAsUpdate(doc);
    text.delete(at, length);
    expect(removedWords(copy, Y.encodeStateAsUpdate(doc), unsent)).toEqual(removed);
  },
);

test.each([
  ["081234567", "hub. 081234567", "hub. █████████"],
  ["081234567", "hub. 812345 saja", "hub. ██████ saja"],
  ["08123", "hub. 08123", "hub. 08123"],
])(
  "[R11] a short number (%s) of a paragraph that the room has no more is covered in unsent words",
  (number, unsent, covered) => {
    const { copy, ofRoom } = deletedSince(`${number}, rumah Bu Siti`);
    expect(withoutWords(unsent, removedWords(copy, ofRoom, unsent))).toBe(covered);
  },
);

test("[R11] what was not sent yet is not taken for removed, nor what stands in the room", () => {
  const doc = typed(nik);
  const ofRoom = Y.encodeStateAsUpdate(doc);
  doc.clientID = 99;
  const text = doc.getXmlFragment("document").get(0) as Y.XmlText;
  text.insert(0, "Ditulis sendiri tanpa jaringan. ");
  const copy = Y.encodeStateAsUpdate(doc);
  const unsent = `Ditulis sendiri tanpa jaringan. NIK ${nik}`;
  expect(removedWords(copy, ofRoom, unsent)).toEqual([]);
});

test("[R11] words are covered wherever they are repeated, whatever their capital letters", () => {
  const bars = redactionFiller.repeat(4);
  expect(withoutWords("siti, SITI (s.t.i)", ["Siti"])).toBe(`${bars}, ${bars} (s.t.i)`);
  expect(withoutWords("a.b(c", ["a.b(c"])).toBe(redactionFiller.repeat(5));
  expect(withoutWords("axb", ["a.b"])).toBe("axb");
});
