import { expect, test } from "vitest";
import type { ReadingNode } from "../document/reading-node.ts";
import { tableFit } from "./table-fit.ts";

const cell = (text: string, attrs: Record<string, unknown> = {}): ReadingNode => ({
  type: "tableCell",
  attrs,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

const tableOf = (...rows: ReadingNode[][]): ReadingNode => ({
  type: "table",
  content: rows.map((content) => ({ type: "tableRow", content })),
});

const columns = (count: number, word: string) =>
  tableOf(Array.from({ length: count }, () => cell(word)));

test.each([
  [5, "penatausahaan", "normal"],
  [8, "1.250.000", "small"],
  [9, "1.250.000", "smallest"],
  [12, "penatausahaan", "blocks"],
])("%i columns of %j are set %j", (count, word, step) => {
  expect(tableFit(columns(count, word), 170).step).toBe(step);
});

test("the columns take the whole width, the longer ones more of it", () => {
  const { widths } = tableFit(tableOf([cell("No"), cell("Uraian yang panjang ".repeat(9))]), 170);
  expect(widths.reduce((all, each) => all + each)).toBeCloseTo(100);
  expect(widths[1]).toBeGreaterThan(widths[0] ?? 100);
});

test("cells that reach over columns and rows are counted in their place", () => {
  const { widths } = tableFit(
    tableOf(
      [cell("a", { rowspan: 2 }), cell("Anggaran belanja", { colspan: 2 })],
      [cell("b"), cell("pertanggungjawaban")],
    ),
    170,
  );
  expect(widths).toHaveLength(3);
  expect(widths[2]).toBeGreaterThan(widths[1] ?? 100);
});

test("an address may break over lines, so that it alone does not turn a table into blocks", () => {
  const address = `https://contoh.id/${"a".repeat(200)}`;
  expect(tableFit(tableOf([cell("Sumber"), cell(address)]), 170).step).toBe("normal");
});

test("a table without a cell has no width to give", () => {
  expect(tableFit(tableOf([]), 170)).toEqual({ step: "normal", isTurned: false, widths: [] });
});

test("a long table that is too wide takes a sheet that is turned, a short one stays in blocks", () => {
  const row = Array.from({ length: 12 }, () => cell("1.250.000"));
  const long = tableFit(tableOf(...Array.from({ length: 6 }, () => row)), 170, 257);
  expect(long).toMatchObject({ isTurned: true, step: "small" });
  expect(tableFit(tableOf(row, row), 170, 257).step).toBe("blocks");
  expect(tableFit(columns(40, "1.250.000"), 170, 257).step).toBe("blocks");
});
