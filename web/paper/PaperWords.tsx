import { createElement, Fragment, type ReactNode } from "react";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { wordsOf } from "../../domain/paper/paper-part.ts";
import { PaperTable } from "./PaperTable.tsx";

interface Props {
  content: readonly ReadingNode[];
  /** What the words have of the paper's width. */
  widthMm: number;
  /** Of a sheet that is turned for a wide table; only where the words stand by themselves. */
  turnedMm?: number;
}

/** Left of the words of a list or a quote. */
const indentMm = 8;

const markTags: Readonly<Record<string, string>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
};

/** What people wrote, on paper: a link shows where it leads. Of what it does not know, the words. */
export function PaperWords({ content, widthMm, turnedMm }: Props) {
  return createElement(
    Fragment,
    null,
    ...content.map((node) =>
      node.type === "table"
        ? createElement(PaperTable, { table: node, widthMm, turnedMm: turnedMm ?? null })
        : shown(node, widthMm),
    ),
  );
}

function shown(node: ReadingNode, widthMm: number): ReactNode {
  const { type, attrs = {}, content = [] } = node;
  const inner = (width = widthMm) => content.map((child) => shown(child, width));
  switch (type) {
    case "text":
      return marked(node);
    case "hardBreak":
      return createElement("br");
    case "paragraph":
      return createElement("p", null, ...inner());
    case "heading":
      return createElement(attrs.level === 3 ? "h4" : "h5", null, ...inner());
    case "blockquote":
      return createElement("blockquote", null, ...inner(widthMm - indentMm));
    case "bulletList":
      return createElement("ul", null, ...inner(widthMm - indentMm));
    case "orderedList": {
      const start = typeof attrs.start === "number" ? attrs.start : 1;
      return createElement("ol", { start }, ...inner(widthMm - indentMm));
    }
    case "listItem":
      return createElement("li", null, ...inner());
    case "taskList":
      return createElement("ul", { className: "tasks" }, ...inner(widthMm - indentMm));
    case "taskItem": {
      const tick = createElement("span", { className: "task-tick" }, attrs.checked ? "☑" : "☐");
      return createElement("li", null, tick, createElement("div", null, ...inner()));
    }
    case "table":
      return createElement(PaperTable, { table: node, widthMm, turnedMm: null });
    default:
      return createElement(Fragment, null, ...inner());
  }
}

function marked(node: ReadingNode): ReactNode {
  const { text = "", marks = [] } = node;
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    const tag = markTags[type];
    if (tag) return createElement(tag, null, inner);
    const address = type === "link" ? addressOf(attrs) : null;
    if (address === null || wordsOf(node) === address) return inner;
    return createElement(Fragment, null, inner, ` (${address})`);
  }, text);
}

/** Pages of the product itself, such as a regulation's, are named by their words. */
function addressOf(attrs: unknown): string | null {
  const href = typeof attrs === "object" && attrs !== null && "href" in attrs ? attrs.href : null;
  return typeof href === "string" && /^https?:\/\//i.test(href) ? href : null;
}
