import type { ReadingNode } from "../document/reading-node.ts";

/** A stretch of a text in UTF-16 units, and what is to stand there. */
export interface Replacement {
  from: number;
  to: number;
  text: string;
  mark?: { type: string; attrs: unknown };
}

/** A text with its stretches replaced; they are in order and do not overlap. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, text: other } of replacements) {
    parts.push(text.slice(at, from), other);
    at = to;
  }
  return parts.join("") + text.slice(at);
}

/**
 * The node with replacements in its texts. What stands in one line is one text, however its letters
 * are marked: a number that is half bold is a number.
 * @param find in the order of the text, not overlapping
 */
export function rewriteTexts(
  node: ReadingNode,
  find: (text: string) => readonly Replacement[],
): ReadingNode {
  if (!node.content) return node;
  const content: ReadingNode[] = [];
  let line: ReadingNode[] = [];
  const endLine = () => {
    const text = line.map((each) => each.text ?? "").join("");
    content.push(...(text === "" ? line : cut(line, find(text))));
    line = [];
  };
  for (const child of node.content) {
    if (child.type === "text") line.push(child);
    else {
      endLine();
      content.push(rewriteTexts(child, find));
    }
  }
  endLine();
  return { ...node, content };
}

function cut(line: readonly ReadingNode[], replacements: readonly Replacement[]): ReadingNode[] {
  let start = 0;
  return line.flatMap((node) => {
    const { text = "", marks = [] } = node;
    const end = start + text.length;
    const pieces: ReadingNode[] = [];
    let at = start;
    const keepUpTo = (place: number) => {
      if (place > at) pieces.push({ ...node, text: text.slice(at - start, place - start) });
      at = Math.max(at, place);
    };
    for (const { from, to, text: other, mark } of replacements) {
      if (to <= start || from >= end) continue;
      keepUpTo(Math.min(from, end));
      // Begun in an earlier piece of the line, it stands there.
      if (from >= start && other !== "") {
        pieces.push({ ...node, text: other, marks: mark ? [...marks, mark] : marks });
      }
      at = Math.max(at, Math.min(to, end));
    }
    keepUpTo(end);
    start = end;
    return pieces;
  });
}
