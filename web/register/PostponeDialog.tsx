import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { isDay } from "../../domain/wib.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { TextField } from "../design/TextField.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { dayWords, dueWords } from "./due-words.ts";
import type { ListedFollowUp } from "./register-query.ts";
import { registerKey } from "./waiting-query.ts";

interface Props {
  followUp: ListedFollowUp;
  onClose: () => void;
}

/** Another due date and why; the signed words stay. */
export function PostponeDialog({ followUp, onClose }: Props) {
  const words = useRegisterMessages();
  const [language] = useLanguage();
  const hintId = useId();
  const queryClient = useQueryClient();
  const [dueDate, setDueDate] = useState("");
  const [reason, setReason] = useState("");
  const moving = useMutation({
    mutationFn: () =>
      requireOk(
        api["follow-ups"][":followUpId"].postponement.$post({
          param: { followUpId: followUp.id },
          json: { dueDate, reason },
        }),
      ),
    onSuccess: onClose,
    // Also where somebody else was first: then the page shows their day.
    onSettled: () => queryClient.invalidateQueries({ queryKey: registerKey }),
  });
  const { move } = words;
  return (
    <FormDialog
      title={move.title}
      send={move.send}
      cancel={move.cancel}
      isPending={moving.isPending}
      error={moving.error}
      onSend={() => moving.mutate()}
      onClose={onClose}
    >
      <p className="soft">{followUp.activity}</p>
      <p>
        {move.now(dueWords(followUp, words, language))} {move.stays}
      </p>
      <TextField
        label={move.day}
        // Browsers show a day in the device's own way, which may put the month first.
        hint={isDay(dueDate) ? dayWords(dueDate, language) : move.dayHint}
        type="date"
        required
        min={followUp.dueDate ?? undefined}
        value={dueDate}
        onText={setDueDate}
      />
      <label className="field">
        {move.why}
        <textarea
          rows={3}
          maxLength={1000}
          required
          value={reason}
          aria-describedby={hintId}
          onChange={(event) => setReason(event.target.value)}
        />
        <span id={hintId} className="field-hint">
          {move.whyHint}
        </span>
      </label>
    </FormDialog>
  );
}
