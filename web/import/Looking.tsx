import { useMemo } from "react";
import * as Y from "yjs";
import { maxStateBytes } from "../../party/wire.ts";
import { Button } from "../design/Button.tsx";
import { useImportMessages } from "../messages/use-import-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { ImportDialogProps } from "./ImportDialog.tsx";
import type { StopKind } from "./insert-blocks.ts";
import { sizeInRoom } from "./insertion-chunks.ts";
import { PlaceSelect } from "./PlaceSelect.tsx";
import { PreviewText } from "./PreviewText.tsx";
import type { ReadText } from "./read-html.ts";
import { TextSummary } from "./TextSummary.tsx";
import { type NamedPlace, usePlaces } from "./use-places.ts";

export interface Stopped {
  kind: StopKind;
  done: number;
  all: number;
}

interface Props extends Omit<ImportDialogProps, "pasted"> {
  text: ReadText;
  stopped: Stopped | null;
  onBack: () => void;
  onInsert: (place: NamedPlace) => void;
}

/** What would come in, what not, whether there is room for it, and where to. */
export function Looking(props: Props) {
  const { editor, connection, data, text, stopped, onBack, onInsert, onClose } = props;
  const words = useImportMessages();
  const { document: documentWords } = useMessages();
  const { places, chosen, choose } = usePlaces(editor, connection, data);
  const { blocks, dropped } = text;
  const neededBytes = useMemo(() => sizeInRoom(blocks), [blocks]);
  const leftBytes = useMemo(
    () => maxStateBytes - Y.encodeStateAsUpdate(connection.doc).byteLength,
    [connection],
  );
  const isTooMuch = neededBytes > leftBytes;
  return (
    <>
      {stopped && (
        <p role="alert" className="failure-line">
          {words.stopped[stopped.kind]} {words.stoppedAt(stopped.done, stopped.all)}
        </p>
      )}
      <TextSummary blocks={blocks} dropped={dropped} />
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
          <Button weight="primary" icon="down" onClick={() => onInsert(chosen)}>
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
