import * as Y from "yjs";
import { redactionFiller } from "../../domain/redaction.ts";

/** Makes a block of text say `next` with the least change, so that carets and marks beside it stay. */
export function setText(block: Y.XmlElement, next: string): void {
  const before = textOf(block);
  if (saysTheSame(before, next)) return;
  const [text, ...others] = block.toArray();
  if (!(text instanceof Y.XmlText) || others.length > 0) {
    block.delete(0, block.length);
    block.insert(0, [new Y.XmlText(next)]);
    return;
  }
  const start = commonStart(before, next, isSameLetter);
  const end = commonEnd(before.slice(start), next.slice(start), isSameLetter);
  const removed = before.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const added = next.slice(start, next.length - end);
  if (added !== "") text.insert(start, added);
}

/** Makes a container hold one paragraph for each line, changing only those that differ. */
export function setLines(container: Y.XmlElement, lines: readonly string[]): void {
  const before = container.toArray().map((node) => (isParagraph(node) ? textOf(node) : null));
  const start = commonStart(before, lines, isSameLine);
  const end = commonEnd(before.slice(start), lines.slice(start), isSameLine);
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

/** Whether it does so but for letters that were redacted, which do not come back. */
export function saysTheSame(before: string, next: string): boolean {
  return before.length === next.length && commonStart(before, next, isSameLetter) === next.length;
}

/** A bar stands for any letter. */
function isSameLetter(before: string, next: string): boolean {
  return before === next || before === redactionFiller;
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

function isSameLine(before: string | null, next: string): boolean {
  return before !== null && saysTheSame(before, next);
}

type IsSame<A, B> = (a: A, b: B) => boolean;

function commonStart<A, B>(a: ArrayLike<A>, b: ArrayLike<B>, isSame: IsSame<A, B>): number {
  let at = 0;
  while (at < a.length && at < b.length && isSame(a[at] as A, b[at] as B)) at++;
  return at;
}

function commonEnd<A, B>(a: ArrayLike<A>, b: ArrayLike<B>, isSame: IsSame<A, B>): number {
  let count = 0;
  while (count < a.length && count < b.length) {
    if (!isSame(a[a.length - 1 - count] as A, b[b.length - 1 - count] as B)) break;
    count++;
  }
  return count;
}
