import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";
import { pasteToLookAt } from "./large-paste.ts";

/** Hands over what is pasted into the text and should be looked at first. */
export function useLargePaste(editor: Editor | null, onPaste: (html: string) => void): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    // Around the text, so that it is asked before the text is.
    const around = editor?.view.dom.parentElement;
    const take = (event: ClipboardEvent) => {
      const html = editor?.isEditable && event.clipboardData && pasteToLookAt(event.clipboardData);
      if (!html) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(html);
    };
    around?.addEventListener("paste", take, true);
    return () => around?.removeEventListener("paste", take, true);
  }, [editor]);
}
