import type { ReadingNode } from "../document/reading-node.ts";

/** About what a node's element takes in bytes of HTML, beside its words. */
const elementBytes = 70;
const encoder = new TextEncoder();

/**
 * The document in pieces of about so many bytes of HTML: a table is cut between its rows and keeps
 * its first one on each page, a list between its items, a text only where it is longer than a page.
 */
export function pagedWords(words: ReadingNode, maxBytes: number): ReadingNode[] {
  const pages: ReadingNode[] = [];
  let rest: ReadingNode | null = words;
  while (rest !== null) {
    const [page, after]: Cut = fill(rest, maxBytes, true);
    if (page !== null) pages.push(page);
    rest = after;
  }
  return pages.length > 0 ? pages : [words];
}

/** What still fits, and what is left over. */
type Cut = [fits: ReadingNode | null, rest: ReadingNode | null];

/** @param mustFit whether the page is empty, so that something has to go onto it */
function fill(node: ReadingNode, room: number, mustFit: boolean): Cut {
  if (weight(node) <= room) return [node, null];
  if (node.type === "text") return mustFit ? cutText(node, room) : [null, node];
  const content = node.content ?? [];
  const taken: ReadingNode[] = [];
  let left = room - elementBytes;
  for (const [at, child] of content.entries()) {
    const isFirst = mustFit && taken.length === 0;
    const isText = content.some(({ type }) => type === "text");
    const [fits, rest] = isText && !isFirst ? whole(child, left) : fill(child, left, isFirst);
    if (fits !== null) {
      taken.push(fits);
      left -= weight(fits);
    }
    if (rest !== null) {
      const after = { ...node, content: [...headRow(node, at), rest, ...content.slice(at + 1)] };
      return [taken.length > 0 ? { ...node, content: taken } : null, after];
    }
  }
  return [node, null];
}

function whole(node: ReadingNode, room: number): Cut {
  return weight(node) <= room ? [node, null] : [null, node];
}

function headRow({ type, content = [] }: ReadingNode, at: number): ReadingNode[] {
  const [first] = content;
  const isHead = first?.content?.some((cell) => cell.type === "tableHeader") ?? false;
  return type === "table" && at > 0 && first && isHead ? [first] : [];
}

function cutText(node: ReadingNode, room: number): Cut {
  const { text = "" } = node;
  // Half of the room in letters: none takes more than 6 bytes, and most take one.
  const most = Math.max(200, Math.floor(room / 2));
  const end = text.lastIndexOf(" ", most) + 1 || most;
  const at = /[\uD800-\uDBFF]$/.test(text.slice(0, end)) ? end - 1 : end;
  if (at >= text.length) return [node, null];
  return [
    { ...node, text: text.slice(0, at) },
    { ...node, text: text.slice(at) },
  ];
}

/** A node is weighed for each page that it may stand on. */
const known = new WeakMap<ReadingNode, number>();

function weight(node: ReadingNode): number {
  const weighed = known.get(node) ?? weigh(node);
  known.set(node, weighed);
  return weighed;
}

function weigh({ text = "", marks = [], attrs, content = [] }: ReadingNode): number {
  const own = text === "" ? elementBytes : encoder.encode(escaped(text)).byteLength;
  const said = [...marks.map(({ attrs: given }) => given), attrs].filter(Boolean);
  const extra = marks.length * 20 + encoder.encode(JSON.stringify(said)).byteLength;
  return own + extra + content.reduce((sum, child) => sum + weight(child), 0);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, "&quot;");
}
