import { inlineOf } from "./markdown-text.ts";
import type { Block, Cell } from "./paper.ts";

type Table = Extract<Block, { kind: "table" }>;

/** A table with one line for each row; what spans several cells stands in the first of them. */
export function tableLines({ rows, columnCount }: Table): string[] {
  if (rows.length === 0) return [];
  const lines = spread(rows, columnCount);
  const hasHead = rows[0]?.every((cell) => cell.isHead) ?? false;
  const head = hasHead ? (lines[0] ?? []) : new Array<string>(columnCount).fill("");
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(new Array<string>(columnCount).fill("---")),
    ...(hasHead ? lines.slice(1) : lines).map(line),
  ];
}

function spread(rows: readonly (readonly Cell[])[], columnCount: number): string[][] {
  const until = new Array<number>(columnCount).fill(0);
  return rows.map((row, at) => {
    const line = new Array<string>(columnCount).fill("");
    let column = 0;
    for (const cell of row) {
      while ((until[column] ?? 0) > at) column++;
      line[column] = cellText(cell.blocks);
      for (let beside = 0; beside < cell.columns; beside++) until[column + beside] = at + cell.rows;
      column += cell.columns;
    }
    return line;
  });
}

/** A cell is one line: its blocks stand in it one after the other. */
function cellText(blocks: readonly Block[]): string {
  return joined(blocks.map(blockText));
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return inlineOf(block.runs, "<br>").trim();
    case "quote":
      return cellText(block.blocks);
    case "list":
      return joined(
        block.items.map((item, at) =>
          `${signOf(block, item.isDone, at)} ${cellText(item.blocks)}`.trim(),
        ),
      );
    case "table":
      return joined(block.rows.flatMap((row) => row.map((cell) => cellText(cell.blocks))));
    case "facts":
      return joined(
        block.facts.map(({ name, runs }) =>
          `${inlineOf([{ text: name }], " ")}: ${inlineOf(runs, "<br>")}`.trim(),
        ),
      );
  }
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("<br>");
}

function signOf(
  { of, start }: Extract<Block, { kind: "list" }>,
  isDone: boolean | undefined,
  at: number,
): string {
  if (of === "numbers") return `${start + at}.`;
  return of === "tasks" ? (isDone ? "☑" : "☐") : "•";
}
