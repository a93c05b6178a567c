import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type FollowUpStatus, followUpStatuses } from "../../domain/statuses.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FormDialog } from "../design/FormDialog.tsx";
import { TextField } from "../design/TextField.tsx";
import { FilePicker } from "../files/FilePicker.tsx";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import type { ListedFollowUp } from "./register-query.ts";
import { forgetTyped, rememberTyped, typedFor } from "./typed-reports.ts";
import { registerKey } from "./waiting-query.ts";

interface Props {
  followUp: ListedFollowUp;
  onClose: () => void;
}

/** How it stands now, what was done, and what shows it. */
export function ReportDialog({ followUp, onClose }: Props) {
  const { report, states } = useRegisterMessages();
  const hintId = useId();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(() => typedFor(followUp));
  const [isFileBusy, setFileBusy] = useState(false);
  const change = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part };
    rememberTyped(followUp.id, next);
    setTyped(next);
  };
  const sending = useMutation({
    mutationFn: () => {
      const { id, status, text, link, file } = typed;
      return requireOk(
        api["follow-ups"][":followUpId"].reports.$post({
          param: { followUpId: followUp.id },
          json: {
            id,
            text,
            ...(status === followUp.status ? {} : { status }),
            ...(link.trim() ? { link } : {}),
            ...(file ? { attachmentId: file.id } : {}),
          },
        }),
      );
    },
    onSuccess: async () => {
      forgetTyped(followUp.id);
      onClose();
      await queryClient.invalidateQueries({ queryKey: registerKey });
    },
  });
  return (
    <FormDialog
      title={report.title}
      send={isFileBusy ? report.fileBusy : sending.isPending ? report.sending : report.send}
      cancel={report.cancel}
      isPending={sending.isPending || isFileBusy}
      error={sending.error}
      onSend={() => sending.mutate()}
      onClose={onClose}
    >
      <p className="soft">{followUp.activity}</p>
      <fieldset className="state-choices">
        <legend>{report.state}</legend>
        {followUpStatuses.map((status: FollowUpStatus) => (
          <label key={status} className="state-choice">
            <input
              type="radio"
              name="status"
              value={status}
              checked={typed.status === status}
              onChange={() => change({ status })}
            />
            <span>
              <strong>{states[status]}</strong>
              <span className="small soft">{report.stateHints[status]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        {report.text}
        <textarea
          rows={4}
          maxLength={2000}
          value={typed.text}
          aria-describedby={hintId}
          onChange={(event) => change({ text: event.target.value })}
        />
        <span id={hintId} className="field-hint">
          {report.textHint}
        </span>
      </label>
      <TextField
        label={report.link}
        hint={report.linkHint}
        inputMode="url"
        maxLength={1000}
        value={typed.link}
        onText={(link) => change({ link })}
      />
      {followUp.mayAttach && followUp.forum && (
        <fieldset className="state-choices">
          <legend>{report.file}</legend>
          {typed.file ? (
            <p className="row">
              {report.attached(typed.file.name)}
              <Button weight="quiet" onClick={() => change({ file: null })}>
                {report.otherFile}
              </Button>
            </p>
          ) : (
            <FilePicker
              forumId={followUp.forum.id}
              subjectKind="followUp"
              subjectId={followUp.id}
              onBusy={setFileBusy}
              onAdded={({ id, name }) => change({ file: { id, name } })}
            />
          )}
        </fieldset>
      )}
      {(typed.text || typed.link) && <p className="small soft">{report.kept}</p>}
    </FormDialog>
  );
}
