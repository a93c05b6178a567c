import type { Block, Cell, Run } from "./paper.ts";

/** So that one column of long texts does not squeeze the others away. */
const longestWordCounted = 16;
const mostLettersCounted = 400;

/**
 * How a table's width is divided: each column gets room for its longest word, and the rest goes to
 * those with most to say.
 * @param total in any unit
 * @returns whole numbers whose sum is `total`
 */
export function columnWidths(
  rows: readonly (readonly Cell[])[],
  columnCount: number,
  total: number,
): number[] {
  const words = new Array<number>(columnCount).fill(3);
  const letters = new Array<number>(columnCount).fill(1);
  for (const { cell, column } of placedCells(rows, columnCount)) {
    if (cell.columns > 1) continue;
    const text = textOf(cell.blocks);
    const longest = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
    words[column] = Math.max(words[column] ?? 0, Math.min(longest + 2, longestWordCounted));
    letters[column] = Math.max(letters[column] ?? 0, Math.min(text.length, mostLettersCounted));
  }
  const weights = words.map((word, column) => word + Math.sqrt(letters[column] ?? 0));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const widths = weights.map((weight) => Math.floor((weight / sum) * total));
  const rest = total - widths.reduce((all, width) => all + width, 0);
  return widths.map((width, column) => (column === columnCount - 1 ? width + rest : width));
}

/** The cells of an even table, each with the column that it begins in. */
function placedCells(rows: readonly (readonly Cell[])[], columnCount: number) {
  const until = new Array<number>(columnCount).fill(0);
  return rows.flatMap((row, at) => {
    let column = 0;
    return row.map((cell) => {
      while ((until[column] ?? 0) > at) column++;
      const begins = column;
      for (let beside = 0; beside < cell.columns; beside++) until[column + beside] = at + cell.rows;
      column += cell.columns;
      return { cell, column: begins };
    });
  });
}

/** All words of blocks, in the order of reading; one line's end at least between two. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(wordsOf).join("\n");
}

function wordsOf(block: Block): string {
  const runsText = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return runsText(block.runs);
    case "quote":
      return textOf(block.blocks);
    case "list":
      return block.items.map((item) => textOf(item.blocks)).join("\n");
    case "table":
      return block.rows.flatMap((row) => row.map((cell) => textOf(cell.blocks))).join("\n");
    case "facts":
      return block.facts.map(({ name, runs }) => `${name}\n${runsText(runs)}`).join("\n");
  }
}
