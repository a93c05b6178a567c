import type { ReadingNode } from "../../domain/document/reading-node.ts";
import {
  attributeOf,
  childrenOf,
  type HtmlNode,
  isText,
  styleOf,
  tagOf,
  textIn,
} from "./plain-node.ts";
import { isDropped, marksIn, noMarks, readInline, tidied } from "./read-inline.ts";
import { readList } from "./read-list.ts";
import { readTable } from "./read-table.ts";
import { type Dropped, Tally } from "./tally.ts";
import { isWordListLine, readWordList } from "./word-list.ts";

export interface ReadText {
  blocks: ReadingNode[];
  dropped: Dropped;
}

/**
 * What a document takes of a page's HTML, such as Word and Google Docs put on the clipboard:
 * headings, paragraphs, lists, tables, bold, italic, underlined and struck words. Of everything else
 * the words stay, or it is counted as dropped.
 * @param already what was dropped before it became HTML
 */
export function readHtml(body: HtmlNode, already: Dropped = {}): ReadText {
  const tally = new Tally(already);
  const blocks = readBlocks(childrenOf(body), tally);
  return { blocks: levelled(blocks), dropped: tally.counts };
}

const inlineTags = new Set(
  "a abbr acronym b bdo big br cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var o:p".split(
    " ",
  ),
);

/** The blocks of these nodes; words that stand between blocks become paragraphs. */
export function readBlocks(
  nodes: readonly HtmlNode[],
  tally: Tally,
  marks = noMarks,
): ReadingNode[] {
  const blocks: ReadingNode[] = [];
  let loose: ReadingNode[] = [];
  const endLine = () => {
    const content = tidied(loose);
    if (content.length > 0) blocks.push({ type: "paragraph", content });
    loose = [];
  };
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as HtmlNode;
    if (isInline(node)) {
      loose.push(...readInline([node], marks, tally));
      continue;
    }
    if (isDropped(node, tally)) continue;
    endLine();
    if (isWordListLine(node)) {
      const lines = [node];
      while (isLineOrBlank(nodes[at + 1])) lines.push(nodes[++at] as HtmlNode);
      blocks.push(...readWordList(lines.filter(isWordListLine), tally));
      continue;
    }
    blocks.push(...readBlock(node, tally, marksIn(node, marks)));
  }
  endLine();
  return blocks;
}

function readBlock(node: HtmlNode, tally: Tally, marks: typeof noMarks): ReadingNode[] {
  const tag = tagOf(node);
  const heading = headingLevel(node);
  if (heading !== null) {
    // All of it is bold by itself.
    const content = tidied(readInline(childrenOf(node), noMarks, tally).map(withoutBold));
    return content.length > 0 ? [{ type: "heading", attrs: { level: heading }, content }] : [];
  }
  switch (tag) {
    case "ul":
    case "ol":
      return readList(node, tally);
    case "table":
      return readTable(node, tally);
    case "blockquote": {
      const content = readBlocks(childrenOf(node), tally, marks);
      return content.length > 0 ? [{ type: "blockquote", content: quotable(content) }] : [];
    }
    case "hr":
      return [];
    default:
      return readBlocks(childrenOf(node), tally, marks);
  }
}

function isInline(node: HtmlNode): boolean {
  if (isText(node)) return true;
  // Google wraps a whole page in a bold that is none.
  return inlineTags.has(tagOf(node)) && !childrenOf(node).some(holdsBlock);
}

function holdsBlock(node: HtmlNode): boolean {
  if (isText(node)) return false;
  const tag = tagOf(node);
  if (/^(p|div|h[1-6]|ul|ol|table|blockquote|section|article)$/.test(tag)) return true;
  return childrenOf(node).some(holdsBlock);
}

function isLineOrBlank(node: HtmlNode | undefined): boolean {
  if (node === undefined) return false;
  return isText(node) ? textIn(node).trim() === "" : isWordListLine(node) || node.nodeType === 8;
}

/** 1 for the largest; null for what is none. */
function headingLevel(node: HtmlNode): number | null {
  const [, digit] = /^h([1-6])$/.exec(tagOf(node)) ?? [];
  if (digit) return Number(digit);
  if (tagOf(node) !== "p") return null;
  if (attributeOf(node, "class").includes("MsoTitle")) return 1;
  const outline = /^[1-6]$/.exec(styleOf(node, "mso-outline-level"));
  return outline ? Number(outline[0]) : null;
}

/** The document has two kinds of heading: the largest that came, and all below it. */
function levelled(blocks: readonly ReadingNode[]): ReadingNode[] {
  const levels = blocks.flatMap((block) =>
    block.type === "heading" ? [Number(block.attrs?.level)] : [],
  );
  const largest = Math.min(...levels);
  return blocks.map((block) => levelledNode(block, largest));
}

function levelledNode(node: ReadingNode, largest: number): ReadingNode {
  if (node.type === "heading") {
    return { ...node, attrs: { level: Number(node.attrs?.level) <= largest ? 3 : 4 } };
  }
  if (!node.content || node.type === "paragraph") return node;
  return { ...node, content: node.content.map((child) => levelledNode(child, largest)) };
}

function quotable(blocks: readonly ReadingNode[]): ReadingNode[] {
  return blocks.map((block) => (block.type === "heading" ? asParagraph(block) : block));
}

/** Where a heading may not stand, its words do, in bold. */
export function asParagraph(heading: ReadingNode): ReadingNode {
  const content = (heading.content ?? []).map((node) =>
    node.type === "text" ? { ...node, marks: [{ type: "bold" }, ...(node.marks ?? [])] } : node,
  );
  return { type: "paragraph", content };
}

function withoutBold(node: ReadingNode): ReadingNode {
  if (!node.marks) return node;
  const { marks, ...rest } = node;
  const kept = marks.filter(({ type }) => type !== "bold");
  return kept.length > 0 ? { ...rest, marks: kept } : rest;
}
