import { expect, test } from "vitest";
import { citedPieces } from "./cited-pieces.ts";

const one = { id: "one", words: "Perdes 3/2024" };
const two = { id: "two", words: "Perbup 7/2020" };
const shown = (text: string, cited = [one, two]) =>
  citedPieces(text, cited).pieces.map(({ words, regulationId }) =>
    regulationId === null ? words : `[${regulationId}]`,
  );

test("words that cite a regulation are set apart where they stand first", () => {
  expect(shown("Lihat Perbup 7/2020 dan Perdes 3/2024, lalu Perdes 3/2024.")).toEqual([
    "Lihat ",
    "[two]",
    " dan ",
    "[one]",
    ", lalu Perdes 3/2024.",
  ]);
});

test("what is cited without its words is told beside them", () => {
  expect(citedPieces("Sudah sesuai.", [one])).toEqual({
    pieces: [{ from: 0, words: "Sudah sesuai.", regulationId: null }],
    elsewhere: [one],
  });
});
