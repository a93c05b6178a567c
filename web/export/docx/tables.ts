import {
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { columnWidths } from "../../../domain/export/column-widths.ts";
import type { Block, Cell } from "../../../domain/export/paper.ts";
import type { BlockWriter, Place } from "./block-writer.ts";
import { wordRuns } from "./text-runs.ts";

type TableBlock = Extract<Block, { kind: "table" }>;
type Facts = Extract<Block, { kind: "facts" }>["facts"];

const line = { style: BorderStyle.SINGLE, size: 4, color: "777777" };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const cellMargins = { top: 30, bottom: 30, left: 80, right: 80 };
const smallestWidth = 1200;

/** As wide as the page lets it be, its head on every page; a row may go on on the next. */
export function wordTable(
  { rows, columnCount }: TableBlock,
  width: number,
  place: Place,
  writer: BlockWriter,
): (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const total = Math.max(smallestWidth, width);
  const widths = columnWidths(rows, columnCount, total);
  const size = sizeFor(columnCount, total);
  const headRows = rows.findIndex((row) => !row.every((cell) => cell.isHead));
  const table = new Table({
    width: { size: total, type: WidthType.DXA },
    ...(place.indent && { indent: { size: place.indent, type: WidthType.DXA } }),
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: cellMargins,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          // A head that says it is none is taken for one by some readers.
          ...(at < headRows && { tableHeader: true, cantSplit: true }),
          children: row.map((cell, column) =>
            wordCell(cell, widthOf(cell, column, widths), size, writer),
          ),
        }),
    ),
  });
  // Two tables that touch would be one.
  return [table, new Paragraph({ spacing: { after: 60 } })];
}

/** Names on the left, what they say on the right, without lines. */
export function factsTable(facts: Facts, width: number): (Paragraph | Table)[] {
  const widths = [Math.round(width * 0.27), width - Math.round(width * 0.27)];
  const cell = (column: 0 | 1, children: ParagraphChild[]) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ style: "TableText", children })],
    });
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: cellMargins,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: facts.map(
      ({ name, runs }) =>
        new TableRow({
          children: [cell(0, [new TextRun(name)]), cell(1, [new TextRun(": "), ...wordRuns(runs)])],
        }),
    ),
  });
  return [table, new Paragraph({ spacing: { after: 60 } })];
}

function wordCell(cell: Cell, width: number, size: number | undefined, writer: BlockWriter) {
  const inner = Math.max(smallestWidth / 2, width - cellMargins.left - cellMargins.right);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    ...(cell.isHead && { shading: { fill: "EDEDED" } }),
    children: writer.writeCell(cell.blocks, inner, {
      style: "TableText",
      depth: 0,
      ...(size && { size }),
    }),
  });
}

/** A cell's width matters to those who ignore the grid: of where it stands in its row, roughly. */
function widthOf(cell: Cell, column: number, widths: readonly number[]): number {
  const spanned = widths.slice(column, column + cell.columns);
  return spanned.reduce((sum, width) => sum + width, 0) || (widths[0] ?? 0);
}

/** Smaller letters where columns are narrow, in half points. */
function sizeFor(columnCount: number, width: number): number | undefined {
  const each = width / columnCount;
  if (each >= 1500) return 20;
  if (each >= 1000) return 18;
  return each >= 650 ? 16 : 13;
}
