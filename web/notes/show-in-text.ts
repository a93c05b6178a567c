import type { Editor } from "@tiptap/core";
import type { TextRange } from "./noted-place.ts";

/** From here on the notes have a column; below it they are a sheet. The same as in notes.css. */
const columnQuery = "(min-width: 75rem)";

export function isSheet(): boolean {
  return !matchMedia(columnQuery).matches;
}

/** Brings the words that a thread is about into view. */
export function showThread(editor: Editor, threadId: string): void {
  const mark = editor.view.dom.querySelector(`[data-thread="${CSS.escape(threadId)}"]`);
  if (mark) bringIntoView(mark.getBoundingClientRect());
}

export function showWords(editor: Editor, { from, to }: TextRange): void {
  const end = editor.state.doc.content.size;
  if (to <= end) bringIntoView(editor.view.coordsAtPos(from));
}

/** Where the page's own bar and the sheet do not cover it; the page stays where it is seen already. */
function bringIntoView({ top, bottom }: { top: number; bottom: number }): void {
  const bar = document.querySelector(".desk-bar")?.getBoundingClientRect().bottom ?? 0;
  const sheet = isSheet() ? document.querySelector(".notes")?.getBoundingClientRect().top : null;
  const floor = sheet ?? innerHeight;
  if (top >= bar && bottom <= floor) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  scrollBy({ top: top - bar - (floor - bar) / 3, behavior });
}
