import { expect, it } from "vitest";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { chunksOf, countNodes } from "./insertion-chunks.ts";

const paragraph = (): ReadingNode => ({
  type: "paragraph",
  content: [{ type: "text", text: "x" }],
});
const cell = (rowspan = 1): ReadingNode => ({
  ...{ type: "tableCell", attrs: { colspan: 1, rowspan }, content: [paragraph()] },
});
const table = (rows: ReadingNode[][]): ReadingNode => ({
  type: "table",
  content: rows.map((content) => ({ type: "tableRow", content })),
});

it("a long table comes with its first rows and grows, all of it in order", () => {
  const long = table(Array.from({ length: 500 }, () => [cell(), cell(), cell()]));
  const chunks = chunksOf([paragraph(), long, paragraph()]);
  expect(chunks.map(({ kind }) => kind).slice(0, 3)).toEqual(["blocks", "blocks", "rows"]);
  expect(chunks.at(-1)).toMatchObject({ kind: "blocks", doneBlocks: 3 });
  const rows = chunks.flatMap(({ kind, nodes }) =>
    kind === "rows" ? nodes : (nodes.find(({ type }) => type === "table")?.content ?? []),
  );
  expect(rows).toEqual(long.content);
  for (const { nodes } of chunks) {
    expect(nodes.reduce((sum, node) => sum + countNodes(node), 0)).toBeLessThan(200);
  }
});

it("a table is never cut between rows that one cell spans", () => {
  const rows = Array.from({ length: 200 }, (_, at) =>
    at % 20 === 0 ? [cell(20), cell(), cell()] : [cell(), cell()],
  );
  const chunks = chunksOf([table(rows)]);
  let begun = 0;
  for (const { kind, nodes } of chunks) {
    const own = kind === "rows" ? nodes : (nodes[0]?.content ?? []);
    expect(begun % 20).toBe(0);
    begun += own.length;
  }
  expect(begun).toBe(200);
});
