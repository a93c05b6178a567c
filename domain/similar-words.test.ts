import { expect, test } from "vitest";
import { likeness, mostSimilar } from "./similar-words.ts";

test.each([
  ["Bagaimana mencatat SiLPA?", "SILPA dicatat di mana", 0.5],
  ["Pajak honor narasumber", "pajak HONOR, narasumber luar desa!", 1],
  ["Apakah boleh?", "Bagaimana cara kami?", 0],
  ["", "Pajak", 0],
])("“%s” and “%s” are alike by %d", (one, other, share) => {
  expect(likeness(one, other)).toBe(share);
  expect(likeness(other, one)).toBe(share);
});

test("the most similar stand first, and what is about something else does not stand there", () => {
  const questions = ["Pajak makan rapat", "Pajak honor narasumber", "Aset desa yang rusak"];
  expect(mostSimilar("pajak untuk honor narasumber", questions, (each) => each, 5)).toEqual([
    "Pajak honor narasumber",
  ]);
  expect(mostSimilar("pajak rapat", questions, (each) => each, 1)).toEqual(["Pajak makan rapat"]);
});
