import { tableLines } from "./markdown-table.ts";
import { asParagraph, inlineOf } from "./markdown-text.ts";
import type { Block, ListItem, Paper } from "./paper.ts";

/**
 * A paper as Markdown: CommonMark with the tables, tasks and struck words of GitHub's form. Whatever
 * stands in the text is text: nothing typed turns into a mark. What Markdown has no sign for
 * (underlined words, cells that span others) is HTML, or is spread over empty cells.
 */
export function paperMarkdown(paper: Paper): string {
  const { kop, heading, title, blocks, foot, signature, pageFoot } = paper;
  const lines = (texts: readonly string[]): Block => ({
    kind: "paragraph",
    runs: [{ text: texts.filter((text) => text !== "").join("\n") }],
  });
  const parts = [
    ...blockLines([lines(kop)]),
    `# ${inlineOf([{ text: heading }], " ")}`,
    "",
    ...blockLines([lines([title]), ...blocks]),
  ];
  const below: Block[] = [...foot, lines(signature), lines(pageFoot)];
  const after = blockLines(below);
  if (after.some((line) => line !== "")) parts.push("", "---", "", ...after);
  return `${parts
    .join("\n")
    .replace(/^\n+/, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

/** Between two lists, which would become one. */
const between = "<!-- -->";

/** Lines with one empty line between two blocks. */
function blockLines(blocks: readonly Block[]): string[] {
  const parts = blocks
    .map((block) => ({ block, lines: linesOf(block) }))
    .filter(({ lines }) => lines.length > 0);
  return parts.flatMap(({ block, lines }, at) => {
    if (at === 0) return lines;
    const isAfterList = block.kind === "list" && isList(parts[at - 1]?.block);
    return isAfterList ? ["", between, "", ...lines] : ["", ...lines];
  });
}

function isList(block: Block | undefined): boolean {
  return block?.kind === "list" || block?.kind === "facts";
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "heading": {
      // One deeper than in the paper, whose own title is the first.
      const text = inlineOf(block.runs, " ").trim();
      return text === "" ? [] : [`${"#".repeat(Math.min(6, block.level + 1))} ${text}`];
    }
    case "paragraph":
      return asParagraph(block.runs);
    case "quote":
      return blockLines(block.blocks).map((line) => (line === "" ? ">" : `> ${line}`));
    case "list":
      return block.items.flatMap((item, at) =>
        itemLines(item, markerOf(block, at), isLoose(block)),
      );
    case "table":
      return tableLines(block);
    case "facts":
      return block.facts.map(({ name, runs }) => {
        const value = inlineOf(runs, " ").trim();
        return `- **${inlineOf([{ text: name }], " ")}:** ${value}`.trimEnd();
      });
  }
}

type List = Extract<Block, { kind: "list" }>;

function markerOf({ of, start }: List, at: number): string {
  return of === "numbers" ? `${Math.min(999_999_999, Math.max(0, start) + at)}. ` : "- ";
}

/** Whether an item is more, or less, than a paragraph and such a list below it. */
function isLoose({ items }: List): boolean {
  return items.some(
    ({ blocks }) =>
      blocks.length > 2 ||
      blocks[0]?.kind !== "paragraph" ||
      linesOf(blocks[0]).length === 0 ||
      (blocks[1] !== undefined && (blocks[1].kind !== "list" || isLoose(blocks[1]))),
  );
}

function itemLines({ isDone, blocks }: ListItem, marker: string, isSpread: boolean): string[] {
  const inner = blockLines(blocks);
  const tight = isSpread ? inner : inner.filter((line) => line !== "");
  const task = isDone === undefined ? "" : isDone ? "[x]" : "[ ]";
  const [first] = blocks;
  const hasOwnLine = first?.kind === "paragraph" && linesOf(first).length > 0;
  // A task's box stands in a line of words: without any it has the line to itself.
  const own = task === "" || hasOwnLine ? tight : ["", "", ...tight];
  const [line = "", ...rest] = own;
  const indent = " ".repeat(marker.length);
  const lines = [
    `${marker}${[task, line].filter((part) => part !== "").join(" ")}`.trimEnd(),
    ...rest.map((each) => (each === "" ? "" : indent + each)),
  ];
  return isSpread ? [...lines, ""] : lines;
}
