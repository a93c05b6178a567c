import * as Y from "yjs";

/** Makes a block of text say `next` with the least change, so that carets and marks beside it stay. */
export function setText(block: Y.XmlElement, next: string): void {
  const before = textOf(block);
  if (before === next) return;
  const [text, ...others] = block.toArray();
  if (!(text instanceof Y.XmlText) || others.length > 0) {
    block.delete(0, block.length);
    block.insert(0, [new Y.XmlText(next)]);
    return;
  }
  const start = commonStart(before, next);
  const end = commonEnd(before.slice(start), next.slice(start));
  const removed = before.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const added = next.slice(start, next.length - end);
  if (added !== "") text.insert(start, added);
}

/** Makes a container hold one paragraph for each line, changing only those that differ. */
export function setLines(container: Y.XmlElement, lines: readonly string[]): void {
  const before = container.toArray().map((node) => (isParagraph(node) ? textOf(node) : null));
  const start = commonStart(before, lines);
  const end = commonEnd(before.slice(start), lines.slice(start));
  const [old, next] = [before.length - end, lines.length - end];
  const both = Math.min(old, next);
  // What is no paragraph goes: nobody but the room writes here.
  const replaced = before.slice(start, both).includes(null) ? start : both;
  if (old > replaced) container.delete(replaced, old - replaced);
  for (let at = start; at < replaced; at++) {
    const paragraph = container.get(at);
    if (paragraph instanceof Y.XmlElement) setText(paragraph, lines[at] ?? "");
  }
  const added = lines.slice(replaced, next).map(paragraphOf);
  if (added.length > 0) container.insert(replaced, added);
}

/** Without formatting, which `toString` would write as tags. */
export function textOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((node) => {
      if (!(node instanceof Y.XmlText)) return "";
      const runs: { insert: unknown }[] = node.toDelta();
      return runs.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
    })
    .join("");
}

export function paragraphOf(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

function isParagraph(node: unknown): node is Y.XmlElement {
  return node instanceof Y.XmlElement && node.nodeName === "paragraph";
}

function commonStart<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function commonEnd<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  let count = 0;
  while (count < a.length && count < b.length) {
    if (a[a.length - 1 - count] !== b[b.length - 1 - count]) break;
    count++;
  }
  return count;
}
