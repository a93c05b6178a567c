import { useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { useImportMessages } from "../messages/use-import-messages.ts";
import type { ImportDialogProps } from "./ImportDialog.tsx";
import { InsertionStopped, insertBlocks } from "./insert-blocks.ts";
import { Looking, type Stopped } from "./Looking.tsx";
import type { ReadText } from "./read-html.ts";
import type { NamedPlace } from "./use-places.ts";

interface Props extends ImportDialogProps {
  text: ReadText;
  onBack: () => void;
}

type Step =
  | { kind: "looking"; stopped: Stopped | null }
  | { kind: "inserting"; part: number }
  | { kind: "takenBack" }
  | { kind: "done"; place: string };

/** What would come in and what not; then where, and how far it is. */
export function ImportPreview({ data, editor, connection, text, onBack, onClose }: Props) {
  const words = useImportMessages();
  const [blocks, setBlocks] = useState(text.blocks);
  const [step, setStep] = useState<Step>({ kind: "looking", stopped: null });
  const running = useRef<AbortController | null>(null);

  const insert = async (chosen: NamedPlace) => {
    const controller = new AbortController();
    running.current = controller;
    setStep({ kind: "inserting", part: 0 });
    try {
      await insertBlocks({
        ...{ editor, connection, containerId: chosen.id, blocks, signal: controller.signal },
        onProgress: (part) => setStep({ kind: "inserting", part }),
      });
      setStep({ kind: "done", place: chosen.name });
      globalThis.document.getElementById(`c-${chosen.id}`)?.scrollIntoView({ block: "start" });
    } catch (error) {
      if (controller.signal.aborted) return setStep({ kind: "takenBack" });
      if (!(error instanceof InsertionStopped)) throw error;
      const { kind, doneBlocks } = error;
      setBlocks(blocks.slice(doneBlocks));
      setStep({ kind: "looking", stopped: { kind, done: doneBlocks, all: blocks.length } });
    }
  };

  if (step.kind === "inserting") {
    const label = words.inserting(Math.floor(step.part * 100));
    return (
      <div className="section">
        <p role="status">{label}</p>
        <progress className="file-progress" max={1} value={step.part} aria-label={label} />
        <div>
          <Button icon="undo" onClick={() => running.current?.abort()}>
            {words.stopInserting}
          </Button>
        </div>
      </div>
    );
  }
  if (step.kind === "done" || step.kind === "takenBack") {
    return (
      <div className="section">
        <p role="status">{step.kind === "done" ? words.done(step.place) : words.takenBack}</p>
        <div>
          <Button weight="primary" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Looking
      {...{ editor, connection, data, onBack, onClose }}
      text={{ blocks, dropped: text.dropped }}
      stopped={step.stopped}
      onInsert={(place) => void insert(place)}
    />
  );
}
