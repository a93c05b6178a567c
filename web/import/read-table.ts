import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { evenTable } from "../../domain/export/table-grid.ts";
import { attributeOf, childrenOf, type HtmlNode, tagOf } from "./plain-node.ts";
import { asParagraph, readBlocks } from "./read-html.ts";
import type { Tally } from "./tally.ts";

interface ReadCell {
  isHead: boolean;
  columns: number;
  rows: number;
  content: ReadingNode[];
}

/** As far as the room lets a cell reach. */
const largestSpan = 100;

/** A table with as many cells in each row; one in a cell leaves its words there. */
export function readTable(table: HtmlNode, tally: Tally): ReadingNode[] {
  const rows = rowsOf(table).map(({ row, isHead }) =>
    childrenOf(row)
      .filter((cell) => tagOf(cell) === "td" || tagOf(cell) === "th")
      .map(
        (cell): ReadCell => ({
          isHead: isHead || tagOf(cell) === "th",
          columns: spanOf(cell, "colspan"),
          rows: spanOf(cell, "rowspan"),
          content: cellContent(cell, tally),
        }),
      ),
  );
  const filled = rows.filter((row, at) => row.length > 0 || isReached(rows, at));
  if (filled.length === 0) return captionOf(table, tally);
  const even = evenTable(filled, (row) => ({
    ...{ columns: 1, rows: 1, content: [{ type: "paragraph" }] },
    isHead: row.length > 0 && row.every((cell) => cell.isHead),
  }));
  const content = even.rows.map((row) => ({
    type: "tableRow",
    content: row.map(({ isHead, columns, rows: high, content: inner }) => ({
      type: isHead ? "tableHeader" : "tableCell",
      attrs: { colspan: columns, rowspan: high },
      content: inner,
    })),
  }));
  const [first] = content;
  // Some of the rows may consist of cells from above alone; a document has none without cells.
  if (!first || content.some((row) => row.content.length === 0)) {
    return [...captionOf(table, tally), ...flattened(filled)];
  }
  return [...captionOf(table, tally), { type: "table", content }];
}

function rowsOf(node: HtmlNode, isHead = false): { row: HtmlNode; isHead: boolean }[] {
  return childrenOf(node).flatMap((child) => {
    const tag = tagOf(child);
    if (tag === "tr") return [{ row: child, isHead }];
    if (tag === "thead") return rowsOf(child, true);
    return tag === "tbody" || tag === "tfoot" ? rowsOf(child, false) : [];
  });
}

function cellContent(cell: HtmlNode, tally: Tally): ReadingNode[] {
  const blocks = readBlocks(childrenOf(cell), tally).flatMap((block): ReadingNode[] => {
    if (block.type === "heading") return [asParagraph(block)];
    if (block.type !== "table") return [block];
    tally.drop("nestedTables");
    return wordsOfTable(block);
  });
  return blocks.length > 0 ? blocks : [{ type: "paragraph" }];
}

function wordsOfTable(table: ReadingNode): ReadingNode[] {
  return (table.content ?? []).flatMap((row) =>
    (row.content ?? []).flatMap(({ content = [] }) =>
      content.filter((block) => (block.content?.length ?? 0) > 0),
    ),
  );
}

function captionOf(table: HtmlNode, tally: Tally): ReadingNode[] {
  return childrenOf(table)
    .filter((child) => tagOf(child) === "caption")
    .flatMap((caption) => readBlocks(childrenOf(caption), tally));
}

function isReached(rows: readonly (readonly ReadCell[])[], at: number): boolean {
  return rows.slice(0, at).some((row, above) => row.some((cell) => above + cell.rows > at));
}

function flattened(rows: readonly (readonly ReadCell[])[]): ReadingNode[] {
  return rows.flat().flatMap(({ content }) => content);
}

function spanOf(cell: HtmlNode, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name), 10);
  return span >= 1 ? Math.min(span, largestSpan) : 1;
}
