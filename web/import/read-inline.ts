import type { ReadingNode } from "../../domain/document/reading-node.ts";
import {
  attributeOf,
  childrenOf,
  type HtmlNode,
  isElement,
  isText,
  styleOf,
  tagOf,
} from "./plain-node.ts";
import type { Tally } from "./tally.ts";

export interface Marks {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
}

export const noMarks: Marks = { bold: false, italic: false, underline: false, strike: false };

/** What brings no words of its own; pictures and the like are told about, the rest is not. */
const silent = new Set([
  "style",
  "script",
  "head",
  "meta",
  "link",
  "title",
  "template",
  "noscript",
]);
const pictures = new Set(["img", "svg", "picture", "canvas", "v:imagedata", "v:shape"]);
const embedded = new Set([
  "iframe",
  "object",
  "embed",
  "video",
  "audio",
  "form",
  "input",
  "button",
]);

/** Whether nothing of this node comes in; what people would miss is counted. */
export function isDropped(node: HtmlNode, tally: Tally): boolean {
  const tag = tagOf(node);
  if (pictures.has(tag)) tally.drop("images");
  else if (embedded.has(tag)) tally.drop("embedded");
  else if (!silent.has(tag)) return isElement(node) ? isHidden(node) : !isText(node);
  return true;
}

/** Words with their marks; links leave their words. */
export function readInline(nodes: readonly HtmlNode[], marks: Marks, tally: Tally): ReadingNode[] {
  return nodes.flatMap((node): ReadingNode[] => {
    if (isText(node)) return textNode(node.nodeValue ?? "", marks);
    if (isDropped(node, tally)) return [];
    if (tagOf(node) === "br") return [{ type: "hardBreak" }];
    if (tagOf(node) === "a" && attributeOf(node, "href") !== "") tally.drop("links");
    return readInline(childrenOf(node), marksIn(node, marks), tally);
  });
}

function textNode(value: string, marks: Marks): ReadingNode[] {
  const text = value
    .toWellFormed()
    .replaceAll(/[\s\u00a0]+/g, " ")
    .replaceAll(/[\p{Cc}\ufeff\u00ad\ufffe\uffff]/gu, "");
  if (text === "") return [];
  const types = (["bold", "italic", "underline", "strike"] as const).filter((mark) => marks[mark]);
  return [
    { type: "text", text, ...(types.length > 0 && { marks: types.map((type) => ({ type })) }) },
  ];
}

/** Google's editor wraps everything in a bold that its own style takes back. */
export function marksIn(node: HtmlNode, around: Marks): Marks {
  const tag = tagOf(node);
  const weight = styleOf(node, "font-weight");
  const slant = styleOf(node, "font-style");
  const line = styleOf(node, "text-decoration(?:-line)?");
  const isLink = tag === "a";
  return {
    bold:
      weight !== ""
        ? /^(bold|bolder|[6-9]00)$/.test(weight)
        : around.bold || tag === "b" || tag === "strong",
    italic:
      slant !== "" ? /^(italic|oblique)/.test(slant) : around.italic || tag === "i" || tag === "em",
    underline:
      around.underline || tag === "u" || tag === "ins" || (!isLink && line.includes("underline")),
    strike:
      around.strike || tag === "s" || tag === "strike" || tag === "del" || line.includes("through"),
  };
}

/** Also Word's own bullet, which stands in the text of a list's line. */
function isHidden(node: HtmlNode): boolean {
  return (
    styleOf(node, "display") === "none" ||
    styleOf(node, "mso-hide") === "all" ||
    styleOf(node, "mso-list") === "ignore"
  );
}

/** Without blanks at a line's ends, doubled ones, and empty pieces. */
export function tidied(nodes: readonly ReadingNode[]): ReadingNode[] {
  const tidy: ReadingNode[] = [];
  for (const node of nodes) {
    if (node.type !== "text") {
      trimEnd(tidy);
      tidy.push(node);
      continue;
    }
    const last = tidy.at(-1);
    const isAtStart = last === undefined || last.type === "hardBreak" || last.text?.endsWith(" ");
    const text = isAtStart ? (node.text ?? "").trimStart() : (node.text ?? "");
    if (text === "") continue;
    if (last?.type === "text" && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      tidy[tidy.length - 1] = { ...last, text: (last.text ?? "") + text };
    } else tidy.push({ ...node, text });
  }
  while (tidy.at(-1)?.type === "hardBreak") tidy.pop();
  trimEnd(tidy);
  while (tidy[0]?.type === "hardBreak") tidy.shift();
  return tidy;
}

function trimEnd(nodes: ReadingNode[]): void {
  const last = nodes.at(-1);
  if (last?.type !== "text") return;
  const text = (last.text ?? "").trimEnd();
  nodes.pop();
  if (text !== "") nodes.push({ ...last, text });
}
