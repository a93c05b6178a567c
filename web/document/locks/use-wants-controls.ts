import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

/**
 * Whether the controls beside the text are worth fetching: for who may lock, where something is
 * locked, and once a person comes near the follow-ups.
 */
export function useWantsControls(editor: Editor | null, isNeeded: boolean): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!editor) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: "300px" },
    );
    // The text may come after the editor.
    const watch = () => {
      const section = editor.view.dom.querySelector('[data-kind="followUps"]');
      if (!section) return;
      editor.off("transaction", watch);
      observer.observe(section);
    };
    editor.on("transaction", watch);
    watch();
    return () => {
      editor.off("transaction", watch);
      observer.disconnect();
    };
  }, [editor]);
  return isNear || isNeeded;
}
