import "./redaction.css";
import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { Button } from "../design/Button.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { BarNotes } from "./BarNotes.tsx";
import { redactionAt } from "./bar-letters.ts";
import { editorBars, editorBarsKey, letterAt } from "./editor-bars.ts";
import { RedactionList } from "./RedactionList.tsx";
import { type Redaction, redactionsQuery } from "./redactions-query.ts";

interface Props {
  documentId: string;
  /** Null where the document is read without one. */
  editor: Editor | null;
  /** Null for whoever may not. */
  onRedact: (() => void) | null;
}

/** Below the text, and on its print: what was removed from it, what is proposed, and the way to remove more. */
export default function RedactionPanel({ documentId, editor, onRedact }: Props) {
  const words = useRedactionMessages();
  const { data } = useQuery(redactionsQuery(documentId));
  const redactions = data?.redactions ?? [];
  useBars(editor, data?.redactions);
  return (
    <section id="data-pribadi" className="redactions" aria-label={words.list.title}>
      {redactions.length > 0 && (
        <>
          <h2>{words.list.title}</h2>
          {redactions.some(({ isOfSubmission }) => isOfSubmission) && (
            <p className="small">{words.list.uncovered}</p>
          )}
          <RedactionList {...{ documentId, redactions }} />
        </>
      )}
      {onRedact && (
        <Button weight="quiet" icon="lock" onClick={onRedact}>
          {words.button}
        </Button>
      )}
      {editor && (
        <BarNotes
          redactions={redactions}
          letterOf={(bar) => letterAt(editor.state, editor.view.posAtDOM(bar, 0))}
        />
      )}
    </section>
  );
}

function useBars(editor: Editor | null, redactions: readonly Redaction[] | undefined): void {
  const { bar } = useRedactionMessages();
  useEffect(() => {
    if (!editor || !redactions) return;
    editor.registerPlugin(
      editorBars({
        name: bar.name,
        uncovers: (letter) => redactionAt(redactions, letter)?.isOfSubmission ?? false,
      }),
    );
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(editorBarsKey);
    };
  }, [editor, redactions, bar]);
}
