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
    expect(removedWords(old, redacted(nik, people))).toEqual([nik]);
    expect(removedWords(old, old)).toEqual([]);
  },
);

test("[R11] what this device never had, or had as bars already, is no word", () => {
  const now = redacted(nik);
  expect(removedWords(now, now)).toEqual([]);
  expect(removedWords(Y.encodeStateAsUpdate(new Y.Doc()), now)).toEqual([]);
  expect(removedWords(Y.encodeStateAsUpdate(typed("Bu")), redacted("Bu"))).toEqual([]);
});

test("[R11] words are covered wherever they are repeated, whatever their capital letters", () => {
  const bars = redactionFiller.repeat(4);
  expect(withoutWords("siti, SITI (s.t.i)", ["Siti"])).toBe(`${bars}, ${bars} (s.t.i)`);
  expect(withoutWords("a.b(c", ["a.b(c"])).toBe(redactionFiller.repeat(5));
  expect(withoutWords("axb", ["a.b"])).toBe("axb");
});
