import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { attributeOf, childrenOf, type HtmlNode, isText, tagOf } from "./plain-node.ts";
import { asParagraph, readBlocks } from "./read-html.ts";
import type { Tally } from "./tally.ts";

/** As far as anybody numbers by hand. */
const largestStart = 100_000;

/** A list with what stands in it; where some of its lines have boxes, a list of tasks. */
export function readList(list: HtmlNode, tally: Tally): ReadingNode[] {
  const items: { node: ReadingNode[]; isDone: boolean | null }[] = [];
  for (const child of childrenOf(list)) {
    const tag = tagOf(child);
    if (tag === "li") {
      items.push({ node: readBlocks(childrenOf(child), tally), isDone: boxOf(child) });
    } else if (tag === "ul" || tag === "ol") {
      // A list in a list that stands beside its line in place of in it.
      const last = items.at(-1);
      if (last) last.node.push(...readList(child, tally));
      else items.push({ node: readList(child, tally), isDone: null });
    } else if (!isText(child)) {
      const stray = readBlocks([child], tally);
      if (stray.length > 0) items.push({ node: stray, isDone: null });
    }
  }
  const filled = items.filter(({ node }) => node.length > 0);
  if (filled.length === 0) return [];
  const isTasks = filled.some(({ isDone }) => isDone !== null);
  const start = Number.parseInt(attributeOf(list, "start"), 10);
  const content = filled.map(({ node, isDone }) =>
    listItem(node, isTasks ? isDone === true : null),
  );
  if (isTasks) return [{ type: "taskList", content }];
  if (tagOf(list) === "ul") return [{ type: "bulletList", content }];
  const isStart = start >= 0 && start <= largestStart;
  return [{ type: "orderedList", attrs: { start: isStart ? start : 1 }, content }];
}

/** Begins with a paragraph, as the document wants it. @param isDone of a task; null in other lists */
export function listItem(blocks: readonly ReadingNode[], isDone: boolean | null): ReadingNode {
  const [first, ...rest] = blocks.map((block) =>
    block.type === "heading" ? asParagraph(block) : block,
  );
  const content =
    first?.type === "paragraph"
      ? [first, ...rest]
      : [{ type: "paragraph" }, ...(first ? [first] : []), ...rest];
  return isDone === null
    ? { type: "listItem", content }
    : { type: "taskItem", attrs: { checked: isDone }, content };
}

function boxOf(item: HtmlNode): boolean | null {
  const checked = attributeOf(item, "aria-checked") || attributeOf(item, "data-checked");
  return checked === "true" ? true : checked === "false" ? false : null;
}
