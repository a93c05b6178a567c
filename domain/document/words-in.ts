import type { ReadingNode } from "./reading-node.ts";

/** All words of a node in their order, with blanks between its blocks. */
export function wordsIn({ text = "", content = [] }: ReadingNode): string {
  return content.reduce(
    (words, child) => words + (child.type === "text" ? (child.text ?? "") : ` ${wordsIn(child)} `),
    text,
  );
}
