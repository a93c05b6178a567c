import { expect, test } from "vitest";
import { holdsWords, overwritten } from "./redacted-words.ts";

test.each<[string, string, string[], string]>([
  ["words in the middle", "Nama: Siti, desa.", ["Siti"], "Nama: ████, desa."],
  ["each place", "aba aba", ["aba"], "███ ███"],
  ["places that overlap", "ababa", ["aba"], "█████"],
  ["other capitals", "SITI siti SiTi", ["siti"], "████ ████ ████"],
  ["several words", "Siti 0812", ["siti", "0812"], "████ ████"],
  ["a letter that grows when it is small", "İSTANBUL Siti", ["siti"], "İSTANBUL ████"],
  ["letters of two units", "😀 Siti", ["😀"], "██ Siti"],
  ["nothing", "Siti", ["Budi", ""], "Siti"],
  ["what is a bar already", "████", ["Siti"], "████"],
])("%s", (_, text, words, expected) => {
  const done = overwritten(text, words);
  expect(done).toBe(expected);
  expect(done).toHaveLength(text.length);
  expect(overwritten(done, words)).toBe(done);
  expect(holdsWords(text, words)).toBe(text !== expected);
});
