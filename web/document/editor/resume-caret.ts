import type { Editor } from "@tiptap/core";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** Where somebody was writing, by the ids of letters: it holds in another copy of the document. */
export interface Caret {
  anchor: unknown;
  head: unknown;
}

/** Puts the caret back where it was, as far as that place is there. */
export function resumeCaret(editor: Editor, { anchor, head }: Caret): void {
  const { doc, type, binding } = ySyncPluginKey.getState(editor.state);
  const [from, to] = [anchor, head].map((position) =>
    relativePositionToAbsolutePosition(
      doc,
      type,
      Y.createRelativePositionFromJSON(position),
      binding.mapping,
    ),
  );
  if (typeof from !== "number" || typeof to !== "number") return;
  editor.chain().setTextSelection({ from, to }).focus().run();
}
