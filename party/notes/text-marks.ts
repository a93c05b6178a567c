import * as Y from "yjs";
import { isAnnotationKey, threadOf } from "./annotation-key.ts";

/** Letters of one text that bear one mark, as far as they stand side by side. */
export interface MarkedRun {
  /** Where it begins in the text, in its letters. */
  index: number;
  words: string;
}

/** A formatting that no thread could have. */
export interface StrayRun extends MarkedRun {
  key: string;
}

/** While a text is walked: the threads whose marks are open, and what else is, by its key. */
export class OpenMarks {
  readonly #byKey = new Map<string, string | null>();

  /** @returns whether the formatting is one of notes */
  take({ key, value }: Y.ContentFormat): boolean {
    if (!isAnnotationKey(key)) return false;
    if (value === null) this.#byKey.delete(key);
    else this.#byKey.set(key, threadOf(key, value));
    return true;
  }

  *threads(): Generator<string> {
    for (const threadId of this.#byKey.values()) if (threadId !== null) yield threadId;
  }

  *strayKeys(): Generator<string> {
    for (const [key, threadId] of this.#byKey) if (threadId === null) yield key;
  }
}

/** The marks of notes in a text as it is. */
export function marksIn(text: Y.XmlText): { threads: Map<string, MarkedRun[]>; stray: StrayRun[] } {
  const threads = new Map<string, MarkedRun[]>();
  const stray: StrayRun[] = [];
  const open = new OpenMarks();
  let index = 0;
  for (let item = text._start; item; item = item.right) {
    const { content } = item;
    if (item.deleted) continue;
    if (content instanceof Y.ContentFormat) open.take(content);
    if (!(content instanceof Y.ContentString)) continue;
    const words = content.str;
    for (const threadId of open.threads()) {
      const runs = threads.get(threadId) ?? [];
      const last = runs.at(-1);
      if (last && last.index + last.words.length === index) last.words += words;
      else threads.set(threadId, [...runs, { index, words }]);
    }
    for (const key of open.strayKeys()) stray.push({ key, index, words });
    index += words.length;
  }
  return { threads, stray };
}

/** A text's letters. */
export function wordsOf(text: Y.XmlText): string {
  let words = "";
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str;
  }
  return words;
}

/** All texts of a document below this, in its order. */
export function* textsIn(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlText> {
  for (let item = parent._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlText) yield type;
    else if (type instanceof Y.XmlElement) yield* textsIn(type);
  }
}
