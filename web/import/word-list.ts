import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { childrenOf, type HtmlNode, styleOf, tagOf, textIn } from "./plain-node.ts";
import { noMarks, readInline, tidied } from "./read-inline.ts";
import { listItem } from "./read-list.ts";
import type { Tally } from "./tally.ts";

interface Line {
  /** 1 for the outermost list. */
  level: number;
  isNumbered: boolean;
  content: ReadingNode[];
}

const deepest = 9;

/** Word's clipboard has no lists, only paragraphs that say in their style to which one they belong. */
export function isWordListLine(node: HtmlNode): boolean {
  return tagOf(node) === "p" && /^l\d+\s+level\d+/.test(styleOf(node, "mso-list"));
}

export function readWordList(nodes: readonly HtmlNode[], tally: Tally): ReadingNode[] {
  const lines = nodes.map((node): Line => {
    const [, level] = /level(\d+)/.exec(styleOf(node, "mso-list")) ?? [];
    return {
      level: Math.min(deepest, Number(level ?? 1)),
      isNumbered: /^\s*\(?[\da-z]{1,5}[.)]/i.test(markerIn(node)),
      content: tidied(readInline(childrenOf(node), noMarks, tally)),
    };
  });
  return nested(lines.filter(({ content }) => content.length > 0));
}

/** The bullet or number as Word spells it out for whoever knows no lists. */
function markerIn(node: HtmlNode): string {
  for (const child of childrenOf(node)) {
    const found = styleOf(child, "mso-list") === "ignore" ? textIn(child) : markerIn(child);
    if (found !== "") return found;
  }
  return "";
}

function nested(lines: readonly Line[]): ReadingNode[] {
  const lists: ReadingNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const { level, isNumbered } = lines[at] as Line;
    const items: ReadingNode[] = [];
    for (
      let line = lines[at];
      line && line.level === level && line.isNumbered === isNumbered;
      line = lines[at]
    ) {
      const below: Line[] = [];
      for (let next = lines[++at]; next && next.level > level; next = lines[++at]) below.push(next);
      items.push(listItem([{ type: "paragraph", content: line.content }, ...nested(below)], null));
    }
    lists.push(
      isNumbered
        ? { type: "orderedList", attrs: { start: 1 }, content: items }
        : { type: "bulletList", content: items },
    );
  }
  return lists;
}
