import type { ReadingNode } from "../document/reading-node.ts";
import { type PaperForm, wordsOf } from "./paper-part.ts";

/** How a table is set so that it fits the paper: in ever smaller letters, or row by row in blocks. */
type TableStep = "normal" | "small" | "smallest" | "blocks";

export interface TableFit {
  step: TableStep;
  /** Whether it needs the longer side of the paper. */
  isTurned: boolean;
  /** Of the columns, in percent of the table's width; none for blocks. */
  widths: number[];
}

/** In points; the smallest that is still read on paper. */
const sizes: readonly (readonly [TableStep, number])[] = [
  ["normal", 10],
  ["small", 9],
  ["smallest", 8],
];
/** So few rows are read as well in blocks, and need no sheet of their own. */
const fewRows = 4;
const mmPerPoint = 25.4 / 72;
/** Left and right of a cell's words, with its line. */
const cellPaddingMm = 2.6;
/** A longer word, such as an address, may break over lines. */
const longestWordEm = 17;

/** The words of one cell, in its place; a head is bold. */
interface Cell {
  text: string;
  isHead: boolean;
  column: number;
  span: number;
}

/**
 * The largest letters with which no word of the table has to break, and what width each column gets.
 * Letters are counted as wide as in the widest of the usual sans-serif fonts.
 * @param widthMm of the words around the table
 * @param turnedMm of a sheet that is turned; null where it cannot be
 */
export function tableFit(
  table: ReadingNode,
  widthMm: number,
  turnedMm: number | null = null,
): TableFit {
  const cells = cellsOf(table);
  const upright = fitted(cells, widthMm);
  const rows = table.content?.length ?? 0;
  if (upright.step !== "blocks" || turnedMm === null || rows <= fewRows) return upright;
  const turned = fitted(cells, turnedMm);
  return turned.step === "blocks" ? upright : { ...turned, isTurned: true };
}

/**
 * The same for an official form, which stays a table whatever stands in it: where even the smallest
 * letters are too large, a word breaks.
 */
export function formFit({ columns, room, rows }: PaperForm, widthMm: number): TableFit {
  const heads = columns.map((text, column) => ({ text, isHead: true, column, span: 1 }));
  const cells = rows.flatMap((row) =>
    row.map((cell, column) => {
      const text = typeof cell === "string" ? cell : cell.map(wordsOf).join(" ");
      return { text, isHead: false, column, span: 1 };
    }),
  );
  const found = fitted([...heads, ...cells], widthMm, room);
  if (found.step !== "blocks") return found;
  return { step: "smallest", isTurned: false, widths: fitted(heads, widthMm, room).widths };
}

function fitted(cells: readonly Cell[], widthMm: number, room: readonly number[] = []): TableFit {
  const columns = Math.max(0, ...cells.map(({ column, span }) => column + span));
  const words = Array.from({ length: columns }, () => 0);
  const lengths = Array.from({ length: columns }, (_, at) => room[at] ?? 1);
  for (const { text, isHead, column, span } of cells) {
    const longest = Math.max(0, ...text.split(" ").map((word) => widthEm(word, isHead))) / span;
    for (let at = column; at < column + span; at++) {
      words[at] = Math.max(words[at] ?? 0, Math.min(longest, longestWordEm));
      lengths[at] = Math.max(lengths[at] ?? 1, text.length / span);
    }
  }
  for (const [step, points] of sizes) {
    const needs = words.map((em) => em * points * mmPerPoint + cellPaddingMm);
    if (sum(needs) > widthMm) continue;
    return { step, isTurned: false, widths: shared(needs, lengths, widthMm) };
  }
  return { step: "blocks", isTurned: false, widths: [] };
}

/** What is left over goes to the columns with long cells, but not all to one essay. */
function shared(needs: number[], lengths: number[], widthMm: number): number[] {
  const left = widthMm - sum(needs);
  const shares = lengths.map(Math.sqrt);
  const all = sum(shares);
  return needs.map((need, at) => ((need + (left * (shares[at] ?? 0)) / all) / widthMm) * 100);
}

/** Each cell with its column, counting those that reach in from the rows above. */
function cellsOf({ content: rows = [] }: ReadingNode): Cell[] {
  const reaching: number[] = [];
  return rows.flatMap(({ content = [] }) => {
    let column = 0;
    const cells = content.map((node) => {
      while ((reaching[column] ?? 0) > 0) column++;
      const span = spanOf(node.attrs?.colspan);
      const isHead = node.type === "tableHeader";
      const cell = { text: wordsOf(node), isHead, column, span };
      for (let at = column; at < column + span; at++) reaching[at] = spanOf(node.attrs?.rowspan);
      column += span;
      return cell;
    });
    for (const at of reaching.keys()) reaching[at] = Math.max(0, (reaching[at] ?? 0) - 1);
    return cells;
  });
}

function spanOf(value: unknown): number {
  return typeof value === "number" && value > 0 ? value : 1;
}

function widthEm(word: string, isHead: boolean): number {
  const width = sum(Array.from(word, letterEm));
  // Any of it may be bold; a head always is.
  return width * (isHead ? 1.12 : 1.06);
}

function letterEm(letter: string): number {
  if (/[fijlrt.,:;'|!()[\]/-]/.test(letter)) return 0.42;
  if (/[mwMW@%]/.test(letter)) return 0.98;
  if (/[A-Z]/.test(letter)) return 0.76;
  return letter < "\u0250" ? 0.65 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
