import { createElement, Fragment, type ReactNode } from "react";
import { citedRegulation } from "../../domain/document/citations.ts";
import { isRemovedTitle } from "../../domain/document/forum-words.ts";
import type { ReadingNode } from "../../party/reading.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import type { Messages } from "../messages/use-messages.ts";
import { Citation } from "../regulations/Citation.tsx";
import { containerName } from "./container-name.ts";

interface Context {
  words: Messages["document"];
  villages: readonly VillageBadge[];
}

/** A node with what its element says more: of a document's past, who changed it. */
export interface ShownNode extends ReadingNode {
  content?: ShownNode[];
  dress?: Dress;
}

interface Dress {
  /** Of the element that is laid around a text. */
  tag?: string;
  props: Readonly<Record<string, unknown>>;
  /** Stands before a text, or first in a block. */
  before?: ReactNode;
}

const markTags: Readonly<Record<string, string>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
};

const plainTags: Readonly<Record<string, string>> = {
  paragraph: "p",
  blockquote: "blockquote",
  bulletList: "ul",
  listItem: "li",
  tableRow: "tr",
};

/**
 * A node as the editor would show it, without an editor. Also from a newer schema than this page's:
 * of what it does not know, it shows the words.
 */
export function renderNode(node: ShownNode, context: Context, next?: ShownNode): ReactNode {
  if (node.type === "text") return dressed(node.dress, renderText(node, next));
  const { type, attrs = {}, content = [], dress } = node;
  const children = content.map((child, at) => renderNode(child, context, content[at + 1]));
  if (dress?.before) children.unshift(dress.before);
  const props = dress?.props ?? null;
  const tag = plainTags[type];
  if (tag) return createElement(tag, props, ...children);
  switch (type) {
    case "hardBreak":
      return createElement(Fragment, null, ...children, createElement("br", props));
    case "heading":
      return createElement(attrs.level === 3 ? "h3" : "h4", props, ...children);
    case "orderedList":
      return createElement("ol", { ...props, start: numberOr(attrs.start, 1) }, ...children);
    case "taskList":
      return createElement("ul", { ...props, "data-type": "taskList" }, ...children);
    case "taskItem":
      return renderTask(attrs.checked === true, props, children, context);
    case "table":
      return createElement(
        "div",
        { ...props, className: "tableWrapper" },
        createElement("table", null, createElement("tbody", null, ...children)),
      );
    case "tableCell":
    case "tableHeader": {
      const spans = { colSpan: numberOr(attrs.colspan, 1), rowSpan: numberOr(attrs.rowspan, 1) };
      return createElement(type === "tableCell" ? "td" : "th", { ...props, ...spans }, ...children);
    }
    case "section":
    case "lane":
    case "branch":
    case "agendaItem":
    case "forumData":
    case "agreement":
    case "followUp":
    case "field":
      return renderContainer(node, children, context);
    default:
      return createElement(Fragment, null, ...children);
  }
}

function dressed(dress: Dress | undefined, inner: ReactNode): ReactNode {
  if (!dress) return inner;
  const { tag = "span", props, before = null } = dress;
  return createElement(Fragment, null, before, createElement(tag, props, inner));
}

function renderText({ text = "", marks = [] }: ReadingNode, next?: ReadingNode): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    if (type === "link") return renderLink(attrs, inner, next);
    const tag = markTags[type];
    return tag ? createElement(tag, null, inner) : inner;
  }, text);
}

/** Other addresses than these could run code or open another program: their words stay. */
function renderLink(attrs: unknown, inner: ReactNode, next?: ReadingNode): ReactNode {
  const href = hrefOf(attrs);
  const regulationId = citedRegulation(href);
  if (regulationId !== null) {
    const following = next?.marks?.find(({ type }) => type === "link");
    const isEnd = hrefOf(following?.attrs) !== href;
    return createElement(Citation, { regulationId, isEnd }, inner);
  }
  if (typeof href !== "string" || !/^https?:\/\//i.test(href)) return inner;
  return createElement("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, inner);
}

function hrefOf(attrs: unknown): unknown {
  return typeof attrs === "object" && attrs !== null && "href" in attrs ? attrs.href : null;
}

function renderTask(
  checked: boolean,
  props: Dress["props"] | null,
  children: ReactNode[],
  { words }: Context,
): ReactNode {
  const box = { type: "checkbox", checked, disabled: true, "aria-label": words.tools.taskList };
  return createElement(
    "li",
    props,
    createElement("label", null, createElement("input", box)),
    createElement("div", null, ...children),
  );
}

function renderContainer(
  node: ShownNode,
  children: ReactNode[],
  { words, villages }: Context,
): ReactNode {
  const { type, attrs = {}, dress } = node;
  const village = type === "lane" ? villages.find(({ id }) => id === attrs.village) : undefined;
  const isRemoved =
    type === "lane" ? !village : type === "agendaItem" && isRemovedTitle(String(attrs.title));
  if (isRemoved && !wordsIn(node)) return null;
  const name =
    type === "lane"
      ? createElement(
          "span",
          { className: "village-badge" },
          createElement("span", { className: "village-swatch" }),
          village?.name ?? words.formerVillage,
        )
      : containerName(type, attrs, words);
  const nameTag = type === "section" ? "h2" : type === "field" ? "span" : "h3";
  return createElement(
    type === "section" ? "section" : "div",
    { ...dress?.props, "data-container": type, "data-village": village?.colour },
    createElement(nameTag, { className: "container-name" }, name),
    createElement("div", { className: "container-content" }, ...children),
  );
}

function wordsIn({ text = "", content = [] }: ReadingNode): boolean {
  return text.trim() !== "" || content.some(wordsIn);
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
