import * as Y from "yjs";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import { type RestorableNode, runsOf } from "./restorable.ts";

/**
 * Makes a text say these runs with one change of its letters and what their marks need: what others
 * are typing in it stays. Marks of annotations are left where they are.
 */
export function restoreText(text: Y.XmlText, runs: readonly RestorableNode[]): void {
  const before = runsOf(text)
    .map((run) => run.text)
    .join("");
  const next = runs.map((run) => run.text ?? "").join("");
  const { start, end } = commonEnds(before, next);
  const removed = before.length - start - end;
  const words = next.slice(start, next.length - end);
  if (words !== "") text.insert(start + removed, words, notesAround(text, start, start + removed));
  if (removed > 0) text.delete(start, removed);
  const closed = Object.fromEntries(markKeys(text).map((key) => [key, null]));
  const delta = runs.map(({ text: letters = "", marks = [] }) => ({
    retain: letters.length,
    attributes: { ...closed, ...Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs])) },
  }));
  if (delta.length > 0) text.applyDelta(delta);
}

export function textOf(runs: readonly RestorableNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    runs.map(({ text: insert = "", marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs])),
    })),
  );
  return text;
}

/** How many letters both begin and end with; no letter beyond 16 bits is cut in two. */
function commonEnds(before: string, next: string): { start: number; end: number } {
  const shorter = Math.min(before.length, next.length);
  let start = 0;
  while (start < shorter && before[start] === next[start]) start++;
  if (isHigh(before, start - 1)) start--;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === next.at(-1 - end)) end++;
  if (isHigh(before, before.length - end - 1) && end > 0) end--;
  return { start, end };
}

function isHigh(words: string, at: number): boolean {
  return /^[\ud800-\udbff]/.test(words.charAt(at));
}

/** The marks of notes that stand on both sides: what comes in between belongs to them. */
function notesAround(text: Y.XmlText, left: number, right: number): Record<string, unknown> {
  if (left === 0) return {};
  const [before, behind] = [marksAt(text, left - 1), marksAt(text, right)];
  const both = Object.entries(before).filter(([key]) => isAnnotationKey(key) && key in behind);
  return Object.fromEntries(both);
}

function marksAt(text: Y.XmlText, index: number): Record<string, unknown> {
  let passed = 0;
  for (const run of runsOf(text)) {
    passed += run.text.length;
    if (index < passed) return run.marks;
  }
  return {};
}

function markKeys(text: Y.XmlText): string[] {
  const keys = new Set(runsOf(text).flatMap(({ marks }) => Object.keys(marks)));
  return [...keys].filter((key) => !isAnnotationKey(key));
}
