import { expect, test } from "vitest";
import { holdsWords, overwritten, overwrittenQuote, wholeAround } from "./redacted-words.ts";

const phrase = "Budi Santoso, NIK 3505160101700001";

test.each<[string, string, string[], string]>([
  ["words in the middle", "Nama: Siti, desa.", ["Siti"], "Nama: ████, desa."],
  ["each place", "aba aba", ["aba"], "███ ███"],
  ["places that overlap", "aba aba aba", ["aba aba"], "███████████"],
  ["other capitals", "SITI siti SiTi", ["siti"], "████ ████ ████"],
  ["several words", "Siti 0812", ["siti", "0812"], "████ ████"],
  ["a letter that grows when it is small", "İSTANBUL Siti", ["siti"], "İSTANBUL ████"],
  ["letters of two units", "😀 Siti", ["😀"], "██ Siti"],
  ["nothing", "Siti", ["Budi", ""], "Siti"],
  ["what is a bar already", "████", ["Siti"], "████"],
  ["no part of another word", "Eko: ekonomi, preko, 𐐨eko", ["Eko"], "███: ekonomi, preko, 𐐨eko"],
  ["no part of a word with other letters", "Ekoé Eko2", ["Eko"], "Ekoé Eko2"],
  ["words in a file's name", "ktp_Eko.pdf", ["eko"], "ktp_███.pdf"],
  ["words that end with a mark", "(Eko)nomi", ["(Eko)"], "█████nomi"],
  ["a number in them", "Benarkah 3505160101700001?", [phrase], `Benarkah ${"█".repeat(16)}?`],
  ["its digits apart", "3505 16.01-0170 - 0001", [phrase], "█".repeat(22)],
  ["a number written apart in them", "081234567890", ["Telp 0812-3456-7890"], "█".repeat(12)],
  ["a number beside another", "350516010170", ["RT 01 350516010170"], "█".repeat(12)],
  ["a number right after letters", "NIK350516", ["Budi 350516"], "NIK██████"],
  ["no part of a longer number", "13505160101700001", [phrase], "13505160101700001"],
  ["no short number", "Pagu 12345", ["Budi 12345"], "Pagu 12345"],
])("%s", (_, text, words, expected) => {
  const done = overwritten(text, words);
  expect(done).toBe(expected);
  expect(done).toHaveLength(text.length);
  expect(overwritten(done, words)).toBe(done);
  expect(holdsWords(text, words)).toBe(text !== expected);
});

test.each([
  ["a part", "budi santoso", "████████████"],
  ["a part with a mark beside it", " Santoso, ", "██████████"],
  ["a part that begins in a word", "udi Sant", "████████"],
  ["two letters of it", "ni", "ni"],
  ["what is more than a part", "Pak Budi Santoso", "Pak Budi Santoso"],
  ["more than all of it", `Pak ${phrase}.`, `Pak ${"█".repeat(phrase.length)}.`],
  ["marks alone", " ... ", " ... "],
])("quoted: %s", (_, quote, expected) => {
  expect(overwrittenQuote(quote, [phrase])).toBe(expected);
  expect(overwrittenQuote(expected, [phrase])).toBe(expected);
});

test("words are found in any text of a value, also at the beginning of a line", () => {
  const value = { names: [{ name: "Ketua:\nEko" }], count: 3, none: null };
  expect(holdsWords(value, ["Eko"])).toBe(true);
  expect(holdsWords(value, ["names"])).toBe(false);
});

test.each<[string, string, string, string, string | null]>([
  ["a part of a number", "NIK 3505", "1601", "01700001.", "3505160101700001"],
  ["a part of a number that stands apart", "Telp 0812-3456", "-7890", ".", "0812-3456-7890"],
  ["a part of a word", "milik ", "Budi", "man itu", "Budiman"],
  ["the beginning of a name's last word", "milik ", "Budi S", "antoso.", "Budi Santoso"],
  ["a whole word", "milik ", "Budi", " Santoso", null],
  ["a whole number", "NIK ", "3505160101700001", ".", null],
  ["numbers in two sentences", "Tahun ", "2026", ", 2027", null],
])("%s is a part of what stands around it, or whole", (_, before, words, after, whole) => {
  expect(wholeAround(words, { before, after })).toBe(whole);
});
