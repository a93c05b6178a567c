import { useId, useState } from "react";
import { FormDialog } from "../design/FormDialog.tsx";
import { useSignOffMessages } from "../messages/use-sign-off-messages.ts";
import { useStep } from "./use-step.ts";

interface Props {
  words: { title: string; reason: string; hint: string; send: string };
  take: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A step that needs a reason, which others will read. */
export function ReasonDialog({ words, take, onClose }: Props) {
  const { cancel } = useSignOffMessages();
  const [reason, setReason] = useState("");
  const hintId = useId();
  const step = useStep(take, onClose);
  return (
    <FormDialog
      title={words.title}
      send={words.send}
      cancel={cancel}
      isPending={step.isPending}
      error={step.error}
      onSend={() => step.mutate(reason)}
      onClose={onClose}
    >
      <label className="field">
        {words.reason}
        <textarea
          rows={4}
          maxLength={2000}
          required
          value={reason}
          aria-describedby={hintId}
          onChange={(event) => setReason(event.target.value)}
        />
        <span id={hintId} className="field-hint">
          {words.hint}
        </span>
      </label>
    </FormDialog>
  );
}
