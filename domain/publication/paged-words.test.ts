import { expect, test } from "vitest";
import type { ReadingNode } from "../document/reading-node.ts";
import { pagedWords } from "./paged-words.ts";

const lettersOf = ({ text = "", content = [] }: ReadingNode): string =>
  text + content.map(lettersOf).join("");
const shapeOf = ({ type, content = [] }: ReadingNode): string =>
  type === "text" ? "" : `${type}(${content.map(shapeOf).join("")})`;

/** A document out of numbers that a seed gives: deep, shallow, long and short. */
function documentOf(seed: number): ReadingNode {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const node = (depth: number): ReadingNode =>
    depth === 0 || next(4) === 0
      ? {
          type: "paragraph",
          content: Array.from({ length: next(3) }, () => ({
            type: "text",
            text: `${next(1000)} kata & 🏡 `.repeat(1 + next(60)),
          })),
        }
      : { type: "lane", content: Array.from({ length: 1 + next(4) }, () => node(depth - 1)) };
  const section = () => ({
    ...{ type: "section", attrs: { kind: "situation" } },
    content: Array.from({ length: 1 + next(5) }, () => node(3)),
  });
  return { type: "doc", content: Array.from({ length: 1 + next(4) }, section) };
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  "pages of seed %i have every letter",
  (seed) => {
    const words = documentOf(seed);
    const pages = pagedWords(words, 2_000);
    expect(pages.map(lettersOf).join("")).toBe(lettersOf(words));
    for (const page of pages) expect(page.type).toBe("doc");
    expect(pagedWords(words, 10_000_000)).toEqual([words]);
  },
);

test("a small document is one page, an empty one too", () => {
  const words = documentOf(1);
  expect(pagedWords(words, 10_000_000).map(shapeOf)).toEqual([shapeOf(words)]);
  expect(pagedWords({ type: "doc", content: [] }, 100)).toHaveLength(1);
});

test("pages are full: of many short paragraphs few pages are made", () => {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: "x".repeat(100) }] };
  const content = Array.from({ length: 200 }, () => structuredClone(paragraph));
  const words = { type: "doc", content: [{ type: "section", attrs: {}, content }] };
  const pages = pagedWords(words, 5_000);
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.length).toBeLessThan(15);
});
