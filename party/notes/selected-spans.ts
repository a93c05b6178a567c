import { fromBase64 } from "lib0/buffer";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { isContainer } from "../checks/document-shape.ts";
import type { Span } from "./note-places.ts";
import { textsIn, wordsOf } from "./text-marks.ts";

interface Place {
  text: Y.XmlText;
  index: number;
}

/**
 * The letters that somebody selected. Where their positions and their words disagree, because the text
 * has just changed, the words count: in the same container, or else in the whole document, where they
 * stand once. Blanks and ends of paragraphs are not compared.
 * @returns null where the words are not there, or more than once
 */
export function selectedSpans(
  doc: Y.Doc,
  anchor: { from: string; to: string },
  quote: string,
): Span[] | null {
  const words = squash(quote);
  if (words === "") return null;
  const fragment = doc.getXmlFragment(fragmentName);
  const [from, to] = [positionOf(doc, anchor.from), positionOf(doc, anchor.to)];
  const [start, end] = [from && placeOf(from), to && placeOf(to)];
  if (start && end) {
    const spans = spansBetween([...textsIn(fragment)], start, end);
    if (spans.length > 0 && squash(spans.map(wordsIn).join("")) === words) return spans;
  }
  const container = from && containersAround(from.type)[0];
  const near = container ? spansOf([...textsIn(container)], words) : "none";
  if (near === "several") return null;
  const found = near === "none" ? spansOf([...textsIn(fragment)], words) : near;
  return typeof found === "string" ? null : found;
}

/** The containers around a text or element, innermost first. */
export function containersAround(type: unknown): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  for (let at = type; at instanceof Y.XmlText || at instanceof Y.XmlElement; ) {
    if (at instanceof Y.XmlElement && isContainer(at.nodeName)) found.push(at);
    at = at._item?.parent;
  }
  return found;
}

export function wordsIn({ text, index, length }: Span): string {
  return wordsOf(text).slice(index, index + length);
}

function squash(words: string): string {
  return words.replace(/\s+/g, "");
}

function positionOf(
  doc: Y.Doc,
  encoded: string,
): { type: Y.AbstractType<unknown>; index: number } | null {
  try {
    const relative = Y.decodeRelativePosition(fromBase64(encoded));
    // A position at the document's end, or of another document, names a type by a root's name.
    if (relative.tname !== null && relative.tname !== fragmentName) return null;
    return Y.createAbsolutePositionFromRelativePosition(relative, doc);
  } catch {
    // Not a position, or in something that Yjs has forgotten: the words decide.
    return null;
  }
}

/** Of a position between elements: the end of the text before it, or the first text behind it. */
function placeOf({ type, index }: { type: unknown; index: number }): Place | null {
  if (type instanceof Y.XmlText) {
    return type._item?.deleted === false ? { text: type, index } : null;
  }
  if (!(type instanceof Y.XmlElement) && !(type instanceof Y.XmlFragment)) return null;
  const before = type.toArray().slice(0, index).flatMap(textsOf).at(-1);
  if (before) return { text: before, index: before.length };
  const [first] = [...textsIn(type)];
  return first ? { text: first, index: 0 } : null;
}

function textsOf(node: unknown): Y.XmlText[] {
  if (node instanceof Y.XmlText) return [node];
  return node instanceof Y.XmlElement ? [...textsIn(node)] : [];
}

function spansBetween(texts: readonly Y.XmlText[], start: Place, end: Place): Span[] {
  const [first, last] = [texts.indexOf(start.text), texts.indexOf(end.text)];
  if (first < 0 || last < first) return [];
  return texts.slice(first, last + 1).flatMap((text, at) => {
    const from = at === 0 ? start.index : 0;
    const to = first + at === last ? end.index : text.length;
    return wholeLetters(text, from, to);
  });
}

/** Yjs would replace both halves of a letter beyond 16 bits that is cut in two. */
function wholeLetters(text: Y.XmlText, from: number, to: number): Span[] {
  const words = wordsOf(text);
  const index = isCutAt(words, from) ? from - 1 : from;
  const length = (isCutAt(words, to) ? to + 1 : to) - index;
  return length > 0 ? [{ text, index, length }] : [];
}

function isCutAt(words: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(words.slice(Math.max(0, index - 1), index + 1));
}

function spansOf(texts: readonly Y.XmlText[], words: string): Span[] | "none" | "several" {
  const squashed = texts.map((text) => squash(wordsOf(text)));
  const all = squashed.join("");
  const at = all.indexOf(words);
  if (at < 0) return "none";
  if (all.indexOf(words, at + 1) >= 0) return "several";
  let passed = 0;
  return texts.flatMap((text, number) => {
    const length = squashed[number]?.length ?? 0;
    const from = Math.max(0, at - passed);
    const to = Math.min(length, at + words.length - passed);
    passed += length;
    if (from >= to) return [];
    const letters = [...wordsOf(text).matchAll(/\S/g)].map(({ index }) => index);
    return wholeLetters(text, letters[from] ?? 0, (letters[to - 1] ?? 0) + 1);
  });
}
