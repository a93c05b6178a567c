import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** Words that somebody notes something about: their ends as base64 Yjs relative positions. */
export interface NotedPlace {
  anchor: { from: string; to: string };
  quote: string;
}

export interface TextRange {
  from: number;
  to: number;
}

/** As many letters as the Worker takes for a quote. */
export const maxQuoteLength = 2000;

/**
 * What the browser's selection covers of the text's words. Read from the page, because the editor
 * does not follow selections where nothing can be written.
 */
export function selectedRange(view: EditorView): TextRange | null {
  const selection = view.dom.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!view.dom.contains(startContainer) || !view.dom.contains(endContainer)) return null;
  const from = view.posAtDOM(startContainer, startOffset);
  const to = view.posAtDOM(endContainer, endOffset);
  return wordsIn(view.state.doc, { from, to });
}

/** The range without white space and empty blocks at its ends; null where no word is in it. */
export function wordsIn(doc: Node, { from, to }: TextRange): TextRange | null {
  let first: number | null = null;
  let last = 0;
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText || node.text === undefined) return;
    const start = Math.max(from, position);
    const words = node.text.slice(start - position, to - position);
    if (words.trim() === "") return;
    first ??= start + words.length - words.trimStart().length;
    last = start + words.trimEnd().length;
  });
  return first === null ? null : { from: first, to: last };
}

export function notedPlace(editor: Editor, { from, to }: TextRange): NotedPlace {
  const { type, binding } = ySyncPluginKey.getState(editor.state);
  const encode = (position: number) =>
    toBase64(
      Y.encodeRelativePosition(absolutePositionToRelativePosition(position, type, binding.mapping)),
    );
  return {
    anchor: { from: encode(from), to: encode(to) },
    quote: editor.state.doc.textBetween(from, to, "\n", "\n"),
  };
}

/** Where those words stand now; null when they cannot be found any more. */
export function findNotedPlace(editor: Editor, { anchor }: NotedPlace): TextRange | null {
  const { doc, type, binding } = ySyncPluginKey.getState(editor.state);
  const find = (position: string) =>
    relativePositionToAbsolutePosition(
      doc,
      type,
      Y.decodeRelativePosition(fromBase64(position)),
      binding.mapping,
    );
  const [from, to] = [find(anchor.from), find(anchor.to)];
  const end = editor.state.doc.content.size;
  return from === null || to === null || from >= to || to > end ? null : { from, to };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
