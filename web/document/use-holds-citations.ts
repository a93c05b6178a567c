import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { holdsCitations } from "./editor/citations.ts";

/** Whether the text cites a regulation. */
export function useHoldsCitations(editor: Editor | null): boolean {
  const [holdsSome, setHoldsSome] = useState(false);
  useEffect(() => {
    if (!editor) return;
    const look = () => setHoldsSome(holdsCitations(editor.state));
    look();
    editor.on("transaction", look);
    return () => {
      editor.off("transaction", look);
    };
  }, [editor]);
  return holdsSome;
}
