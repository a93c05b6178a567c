import { useRef, useState } from "react";
import * as Y from "yjs";
import { maxStateBytes } from "../../party/wire.ts";
import { Button } from "../design/Button.tsx";
import { useImportMessages } from "../messages/use-import-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { ImportDialogProps } from "./ImportDialog.tsx";
import { InsertionStopped, insertBlocks, type StopKind } from "./insert-blocks.ts";
import { sizeInRoom } from "./insertion-chunks.ts";
import { PlaceSelect } from "./PlaceSelect.tsx";
import { PreviewText } from "./PreviewText.tsx";
import type { ReadText } from "./read-html.ts";
import { TextSummary } from "./TextSummary.tsx";
import { usePlaces } from "./use-places.ts";

interface Props extends ImportDialogProps {
  text: ReadText;
  onBack: () => void;
}

type Step =
  | { kind: "looking"; stopped: { kind: StopKind; done: number; all: number } | null }
  | { kind: "inserting"; part: number }
  | { kind: "takenBack" }
  | { kind: "done"; place: string };

/** What would come in and what not; then where, and how far it is. */
export function ImportPreview({ data, editor, connection, text, onBack, onClose }: Props) {
  const words = useImportMessages();
  const { document: documentWords } = useMessages();
  const [blocks, setBlocks] = useState(text.blocks);
  const [step, setStep] = useState<Step>({ kind: "looking", stopped: null });
  const { places, chosen, choose } = usePlaces(editor, connection, data);
  const running = useRef<AbortController | null>(null);
  const leftBytes = maxStateBytes - Y.encodeStateAsUpdate(connection.doc).byteLength;
  const neededBytes = sizeInRoom(blocks);
  const isTooMuch = neededBytes > leftBytes;

  const insert = async () => {
    if (chosen === null) return;
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
    <>
      {step.stopped && (
        <p role="alert" className="failure-line">
          {words.stopped[step.stopped.kind]} {words.stoppedAt(step.stopped.done, step.stopped.all)}
        </p>
      )}
      <TextSummary blocks={blocks} dropped={text.dropped} />
      <PreviewText blocks={blocks} label={words.preview} words={documentWords} />
      {isTooMuch && (
        <p role="alert" className="failure-line">
          {words.full(Math.ceil(neededBytes / 1000), Math.max(0, Math.floor(leftBytes / 1000)))}
        </p>
      )}
      {chosen === null ? (
        <p role="alert">{words.noPlace}</p>
      ) : (
        <PlaceSelect places={places} chosen={chosen} onChoose={choose} />
      )}
      <div className="row">
        {chosen !== null && !isTooMuch && (
          <Button weight="primary" icon="down" onClick={() => void insert()}>
            {words.insert}
          </Button>
        )}
        <Button onClick={onBack}>{words.other}</Button>
        <Button weight="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
