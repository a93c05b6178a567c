import { expect, test } from "vitest";
import { numberInWords } from "./number-words.ts";

test.each([
  [0, "nol"],
  [7, "tujuh"],
  [10, "sepuluh"],
  [11, "sebelas"],
  [12, "dua belas"],
  [20, "dua puluh"],
  [31, "tiga puluh satu"],
  [100, "seratus"],
  [119, "seratus sembilan belas"],
  [250, "dua ratus lima puluh"],
  [1000, "seribu"],
  [1945, "seribu sembilan ratus empat puluh lima"],
  [2000, "dua ribu"],
  [2026, "dua ribu dua puluh enam"],
])("%i is spelled %j", (value, words) => {
  expect(numberInWords(value)).toBe(words);
});
