import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

/**
 * Whether the controls beside the text are worth fetching: for who may lock, where something is
 * locked, and once somebody who writes comes near the follow-ups.
 */
export function useWantsControls(
  editor: Editor | null,
  { isWriting, isNeeded }: { isWriting: boolean; isNeeded: boolean },
): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const section = editor?.view.dom.querySelector('[data-kind="followUps"]');
    if (!section || !isWriting) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: "300px" },
    );
    observer.observe(section);
    return () => observer.disconnect();
  }, [editor, isWriting]);
  return isNear || isNeeded;
}
