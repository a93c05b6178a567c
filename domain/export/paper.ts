/** Words of one kind; a line's end inside a paragraph is "\n". */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  /** Of a link: https or http. */
  href?: string;
}

export interface ListItem {
  /** Of a task; left out in other lists. */
  isDone?: boolean;
  blocks: Block[];
}

/** Where a cell spans others, those are left out of their rows. */
export interface Cell {
  isHead: boolean;
  columns: number;
  rows: number;
  blocks: Block[];
}

/** `level` is 1 for a part of the paper, 2 for what stands in it, up to 5. */
export type Block =
  | { kind: "heading"; level: number; runs: Run[] }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "list"; of: "bullets" | "numbers" | "tasks"; start: number; items: ListItem[] }
  | { kind: "table"; rows: Cell[][]; columnCount: number }
  | { kind: "facts"; facts: { name: string; runs: Run[] }[] };

/** A paper as it leaves the system, whatever the file: made once, written as DOCX and Markdown. */
export interface Paper {
  /** Above everything, in the middle, a double rule below: "PEMERINTAH KABUPATEN …"; may be empty. */
  kop: string[];
  /** The kind of paper, in capitals on the page: "NOTULA"; empty for a letter. */
  heading: string;
  /** What it is about; empty where the heading says it. */
  title: string;
  blocks: Block[];
  /** Below the text. */
  foot: Block[];
  /** On the right below the foot: one line each, an empty one leaves room to sign; may be empty. */
  signature: string[];
  /** What is small on each page beside its number; may be empty. */
  pageFoot: string[];
}

export function plainRuns(text: string): Run[] {
  return text === "" ? [] : [{ text }];
}

export function paragraphOf(text: string): Block {
  return { kind: "paragraph", runs: plainRuns(text) };
}

/** A table whose first row is its head; each cell one paragraph. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  const cells = (row: readonly string[], isHead: boolean): Cell[] =>
    row.map((text) => ({ isHead, columns: 1, rows: 1, blocks: [paragraphOf(text)] }));
  return {
    kind: "table",
    columnCount: head.length,
    rows: [cells(head, true), ...rows.map((row) => cells(row, false))],
  };
}

/** For a row that lacks one. */
export function emptyCellIn(row: readonly Cell[]): Cell {
  const isHead = row.length > 0 && row.every((cell) => cell.isHead);
  return { isHead, columns: 1, rows: 1, blocks: [paragraphOf("")] };
}
