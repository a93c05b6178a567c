import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { findNotedPlace, type NotedPlace } from "./noted-place.ts";

const name = "note-draft";

/** Shows which words a note is being written about, wherever they are moved meanwhile. */
export function useDraftHighlight(editor: Editor | null, place: NotedPlace | null): void {
  useEffect(() => {
    if (!editor || !place || !("highlights" in CSS)) return;
    const draw = () => {
      const range = findNotedPlace(editor, place);
      if (!range) return CSS.highlights.delete(name);
      const [start, end] = [editor.view.domAtPos(range.from), editor.view.domAtPos(range.to)];
      const words = new Range();
      words.setStart(start.node, start.offset);
      words.setEnd(end.node, end.offset);
      CSS.highlights.set(name, new Highlight(words));
    };
    draw();
    editor.on("update", draw);
    return () => {
      editor.off("update", draw);
      CSS.highlights.delete(name);
    };
  }, [editor, place]);
}
