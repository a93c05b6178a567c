import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";
import { searchedWords } from "./searched-words.ts";

const long = `${"Kegiatan fisik didahulukan ".repeat(20)}sampai akhir tahun.`;

test("long words are shown by their beginning and their end, without half words", () => {
  const excerpt = excerptOf(long);
  expect(excerpt).toMatch(/^Kegiatan fisik didahulukan .* … sampai akhir tahun\.$/);
  expect(excerpt.length).toBeLessThanOrEqual(92);
  expect(excerptOf(" pendek \n saja ")).toBe("pendek saja");
});

test("the timeline is searched by whole words", () => {
  expect(long.startsWith(`${searchedWords(long)} `)).toBe(true);
});
