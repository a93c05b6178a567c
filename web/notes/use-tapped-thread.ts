import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";

/** Calls with the thread whose words were tapped; of several, the one that lies innermost. */
export function useTappedThread(editor: Editor | null, onTap: (threadId: string) => void): void {
  const latest = useRef(onTap);
  latest.current = onTap;
  useEffect(() => {
    const text = editor?.view.dom;
    const look = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>("[data-thread]") : null;
      const id = mark?.dataset.thread;
      if (id && getSelection()?.isCollapsed !== false) latest.current(id);
    };
    text?.addEventListener("click", look);
    return () => text?.removeEventListener("click", look);
  }, [editor]);
}
