import { useId, useState } from "react";
import { FormDialog } from "../../design/FormDialog.tsx";
import { useReviewMessages } from "../../messages/use-review-messages.ts";
import type { Desk } from "../HistoryDesk.tsx";
import { type NoteTarget, useTargetWords } from "./note-target.ts";
import { useAddNote } from "./review-query.ts";

interface Props {
  desk: Desk;
  target: NoteTarget;
  onClose: () => void;
}

/** A reviewer's note on a version, a moment or a change. */
export function NoteDialog({ desk, target, onClose }: Props) {
  const { note: words } = useReviewMessages();
  const [text, setText] = useState("");
  const hintId = useId();
  const about = useTargetWords(desk, target);
  const adding = useAddNote(desk.data.document.id, onClose);
  const { place, from, versionId } = target;
  const send = () =>
    adding.mutate(
      versionId === null ? { text, place, ...(from !== null && { from }) } : { text, versionId },
    );
  return (
    <FormDialog
      title={words.title}
      send={words.send}
      cancel={words.cancel}
      isPending={adding.isPending}
      error={adding.error}
      onSend={send}
      onClose={onClose}
    >
      <p className="soft">{about}</p>
      <label className="field">
        {words.label}
        <textarea
          rows={5}
          maxLength={4000}
          required
          value={text}
          aria-describedby={hintId}
          onChange={(event) => setText(event.target.value)}
        />
        <span id={hintId} className="field-hint">
          {words.hint}
        </span>
      </label>
    </FormDialog>
  );
}
