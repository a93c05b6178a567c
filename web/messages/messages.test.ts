import { expect, test } from "vitest";
import { closeCodes, type RefusalName } from "../../party/close-codes.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";

const catalogues: [string, unknown][] = [
  ["Indonesian", id],
  ["English", en],
];

test("both catalogues have the same keys", () => {
  expect(keysOf(en)).toEqual(keysOf(id));
});

test.each(catalogues)("no sentence of the %s catalogue is empty", (_, catalogue) => {
  expect(sentencesOf(catalogue).filter((sentence) => sentence.trim() === "")).toEqual([]);
});

test.each(catalogues)("no sentence of the %s catalogue lost a value", (_, catalogue) => {
  expect(sentencesOf(catalogue).filter((sentence) => sentence.includes("undefined"))).toEqual([]);
});

test.each(Object.keys(closeCodes) as RefusalName[])(
  "the refusal %s says in both languages what happened and what to do [R7]",
  (name) => {
    for (const { refusals, advice } of [id.document, en.document]) {
      expect(refusals[name]).toMatch(/^\p{Lu}.*\.$/u);
      expect(advice[name]).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(en.document.refusals[name]).not.toBe(id.document.refusals[name]);
  },
);

test("Indonesian avoids the English loans that the programme avoids", () => {
  const loans = /\b(dashboard|login|logout|upload|download|share|draft|online|offline)\b/i;
  expect(sentencesOf(id).filter((sentence) => loans.test(sentence))).toEqual([]);
});

function keysOf(thing: unknown, path = ""): string[] {
  if (typeof thing !== "object" || thing === null) return [`${path}: ${typeof thing}`];
  return Object.entries(thing)
    .flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
    .sort();
}

function sentencesOf(thing: unknown): string[] {
  if (typeof thing === "string") return [thing];
  if (typeof thing === "function") return sentencesOf(thing(...Array(thing.length).fill("3")));
  if (typeof thing !== "object" || thing === null) return [];
  return Object.values(thing).flatMap(sentencesOf);
}
