/** Of the browser's document no more than the reader needs, so that it reads any that looks alike. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}

const textType = 3;
const elementType = 1;

export function isText(node: HtmlNode): boolean {
  return node.nodeType === textType;
}

export function isElement(node: HtmlNode): boolean {
  return node.nodeType === elementType;
}

/** In small letters; empty for what is no element. */
export function tagOf(node: HtmlNode): string {
  return isElement(node) ? node.nodeName.toLowerCase() : "";
}

export function attributeOf(node: HtmlNode, name: string): string {
  return node.getAttribute?.(name) ?? "";
}

/** What a style attribute says of one property, in small letters; empty where nothing. */
export function styleOf(node: HtmlNode, property: string): string {
  const style = attributeOf(node, "style").toLowerCase();
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(style);
  return found?.[1]?.trim() ?? "";
}

export function childrenOf(node: HtmlNode): HtmlNode[] {
  return Array.from(node.childNodes);
}

export function textIn(node: HtmlNode): string {
  return isText(node) ? (node.nodeValue ?? "") : childrenOf(node).map(textIn).join("");
}
