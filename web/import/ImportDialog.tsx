import "../design/FormDialog.css";
import "../design/forms.css";
import "./import.css";
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { DocumentPageData } from "../document/document-query.ts";
import type { RoomConnection } from "../document/room-connection.ts";
import { useImportMessages } from "../messages/use-import-messages.ts";
import { ChooseText } from "./ChooseText.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { ImportTrouble, type ImportTroubleKind } from "./import-trouble.ts";
import { readFile, readPage } from "./read-file.ts";
import type { ReadText } from "./read-html.ts";

export interface ImportDialogProps {
  data: DocumentPageData;
  editor: Editor;
  connection: RoomConnection;
  /** Copied words that were pasted into the text itself; null where something is to be chosen. */
  pasted: string | null;
  onClose: () => void;
}

type Step =
  | { kind: "choosing"; trouble: ImportTroubleKind | null }
  | { kind: "reading"; name: string | null }
  | { kind: "read"; text: ReadText };

/** Text from Word and Google Docs: chosen or pasted, looked at, then put where the person says. */
export default function ImportDialog(props: ImportDialogProps) {
  const words = useImportMessages();
  const { pasted, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const running = useRef<AbortController | null>(null);
  const [step, setStep] = useState<Step>({ kind: "choosing", trouble: null });

  const read = async (name: string | null, work: (signal: AbortSignal) => Promise<ReadText>) => {
    const controller = new AbortController();
    running.current = controller;
    setStep({ kind: "reading", name });
    try {
      const text = await work(controller.signal);
      if (!controller.signal.aborted) setStep({ kind: "read", text });
    } catch (error) {
      if (controller.signal.aborted) return;
      const trouble = error instanceof ImportTrouble ? error.kind : "damaged";
      setStep({ kind: "choosing", trouble });
    }
  };
  const readPasted = (html: string) =>
    void read(null, async () => {
      // The page says first that it is reading.
      await new Promise((resolve) => setTimeout(resolve, 0));
      return readPage(html);
    });
  const back = () => {
    running.current?.abort();
    setStep({ kind: "choosing", trouble: null });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what it was opened with
  useEffect(() => {
    dialog.current?.showModal();
    if (pasted !== null) readPasted(pasted);
    return () => running.current?.abort();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="form-dialog import-dialog"
      aria-label={words.title}
      onClose={onClose}
    >
      <div className="stack">
        <h2>{words.title}</h2>
        {step.kind === "choosing" && (
          <ChooseText
            trouble={step.trouble}
            onFile={(file) => void read(file.name, (signal) => readFile(file, signal))}
            onPaste={readPasted}
            onClose={onClose}
          />
        )}
        {step.kind === "reading" && (
          <Reading
            label={step.name === null ? words.readingPasted : words.reading(step.name)}
            onCancel={back}
          />
        )}
        {step.kind === "read" && <ImportPreview {...props} text={step.text} onBack={back} />}
      </div>
    </dialog>
  );
}

function Reading({ label, onCancel }: { label: string; onCancel: () => void }) {
  const words = useImportMessages();
  return (
    <div className="section">
      <p role="status">{label}</p>
      <progress className="file-progress" aria-label={label} />
      <div>
        <button type="button" className="button" data-weight="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
