import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import { useEffect, useState } from "react";
import { holdsCitations } from "./editor/citations.ts";

/** Whether the text cites a regulation, or whoever writes here has begun and may name one. */
export function useNeedsRegister(editor: Editor | null): boolean {
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    if (!editor || isNeeded) return;
    const look = ({ transaction }: { transaction: Transaction | null }) => {
      const isWritten = editor.isEditable && transaction?.docChanged === true;
      if (isWritten || holdsCitations(editor.state)) setNeeded(true);
    };
    look({ transaction: null });
    editor.on("transaction", look);
    return () => {
      editor.off("transaction", look);
    };
  }, [editor, isNeeded]);
  return isNeeded;
}
