import "./redaction.css";
import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { BarNotes } from "./BarNotes.tsx";
import { editorBars, editorBarsKey, letterAt } from "./editor-bars.ts";
import { RedactionList } from "./RedactionList.tsx";
import { type Redactions, redactionsQuery } from "./redactions-query.ts";

interface Props {
  documentId: string;
  /** Null where the document is read without one. */
  editor: Editor | null;
  /** Null for whoever may not. */
  onRedact: (() => void) | null;
}

const placeId = "data-pribadi";

/** Below the text, and on its print: what was removed from it, what is proposed, and the way to remove more. */
export default function RedactionPanel({ documentId, editor, onRedact }: Props) {
  const words = useRedactionMessages();
  const { data } = useQuery(redactionsQuery(documentId));
  const redactions = data?.redactions ?? [];
  const section = useRef<HTMLElement>(null);
  const isThere = data !== undefined;
  useBars(editor, data);
  useEffect(() => {
    // Whoever was sent here came before it was there.
    if (isThere && location.hash === `#${placeId}`) section.current?.scrollIntoView();
  }, [isThere]);
  return (
    <section ref={section} id={placeId} className="redactions" aria-label={words.list.title}>
      <RedactionList {...{ documentId, redactions }} />
      {(data?.uncovered.length ?? 0) > 0 && <p className="small soft">{words.list.uncovered}</p>}
      {onRedact && (
        <Button weight="quiet" icon="redact" onClick={onRedact}>
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

function useBars(editor: Editor | null, data: Redactions | undefined): void {
  const { bar } = useRedactionMessages();
  useEffect(() => {
    if (!editor || !data) return;
    editor.registerPlugin(editorBars({ name: bar.name, uncovered: new Set(data.uncovered) }));
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(editorBarsKey);
    };
  }, [editor, data, bar]);
}
