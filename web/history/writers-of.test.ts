import { expect, test } from "vitest";
import { text } from "./testing/compared.ts";
import { writersOf } from "./writers-of.ts";

test("selected words of one hand are one part, in other hands they are others", () => {
  const runs = [
    { text: text("Pagu ", { writtenBy: 1 }), start: 2, end: 5 },
    { text: text("Dana", { writtenBy: 1, marks: { bold: {} } }), start: 0, end: 4 },
    { text: text(" ", { writtenBy: 3 }), start: 0, end: 1 },
    { text: text("Desa", { writtenBy: 2 }), start: 0, end: 4 },
    { text: text(" turun", { writtenBy: 2, deletedBy: 3 }), start: 0, end: 3 },
  ];
  expect(writersOf(runs)).toMatchObject([
    { text: "gu Dana", writtenBy: 1 },
    { text: "Desa", writtenBy: 2 },
    { text: " tu", writtenBy: 2, deletedBy: 3 },
  ]);
});

test("nothing selected has no writers", () => {
  expect(writersOf([{ text: text("Pagu"), start: 2, end: 2 }])).toEqual([]);
});
