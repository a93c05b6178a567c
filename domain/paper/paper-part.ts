import type { ReadingNode } from "../document/reading-node.ts";

/** A document cut into what paper is made of, in the order of reading: for print and for files. */
export type PaperPart =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "facts"; facts: PaperFact[] }
  /** Paragraphs, lists, quotes and tables, as people wrote them. */
  | { kind: "words"; content: ReadingNode[] }
  | { kind: "list"; items: ReadingNode[][] }
  | PaperForm
  /** Room to write by hand, where nothing was written. */
  | { kind: "blank" };

/** A labelled line; an empty value is a line to write on. */
export interface PaperFact {
  name: string;
  value: string;
}

/** A table of an official form: its columns are known. */
export interface PaperForm {
  kind: "form";
  form: "discussion" | "followUps";
  columns: string[];
  /** About how many letters each column has room for, also where it is filled in by hand. */
  room: number[];
  rows: PaperCell[][];
}

export type PaperCell = string | ReadingNode[];

/** Whether anything is written in it. */
export function hasWords({ text = "", content = [] }: ReadingNode): boolean {
  return text.trim() !== "" || content.some(hasWords);
}

/** The words of a node in one line, a space between blocks. */
export function wordsOf(node: ReadingNode): string {
  return lettersOf(node).replaceAll(/\s+/g, " ").trim();
}

function lettersOf({ type, text = "", content = [] }: ReadingNode): string {
  if (type === "text") return text;
  const isInline = content.every((child) => child.type === "text");
  return `${content.map(lettersOf).join(isInline ? "" : " ")}${type === "hardBreak" ? " " : ""}`;
}
