import { expect, test } from "vitest";
import { namedIn } from "./named-in.ts";

const facts = { inForceSince: null, withdrawnOn: null };
const perdes = { ...facts, kind: "Perdes", number: "3", year: 2024 };
const perbup = { ...facts, kind: "Perbup", number: "7A", year: 2020 };

const wordsIn = (text: string) => namedIn(text, [perdes, perbup]).map(({ words }) => words);

test.each([
  [
    "Lihat perdes 3/2024 dan Perbup Nomor 7A Tahun 2020.",
    ["perdes 3/2024", "Perbup Nomor 7A Tahun 2020"],
  ],
  ["Perdes 3/20245, lalu Perdes 3/2024", ["Perdes 3/2024"]],
  ["xPerdes 3/2024 dan Perdes 13/2024", []],
  ["", []],
])("“%s” names what the register holds", (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});
