import { useMutation, useQueryClient } from "@tanstack/react-query";
import { maxOutcomeText } from "../../domain/outcomes.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { MeanwhileWords } from "../forums/MeanwhileWords.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { programWaitingQuery } from "../home/program-waiting-query.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { outcomesKey } from "./outcomes-key.ts";

interface Props {
  documentId: string;
  /** Of the case as a whole, or of one's own village. */
  of: "whole" | "village";
  known: string | null;
  onClose: () => void;
}

/** What came of it; what was typed and not sent stays on this device. */
export function ResultDialog({ documentId, of, known, onClose }: Props) {
  const words = useOutcomesMessages();
  const queryClient = useQueryClient();
  const form = useKeptForm(`outcome ${of} ${documentId}`, { result: known ?? "", basedOn: known });
  const { result, basedOn } = form.typed;
  const sending = useMutation({
    mutationFn: async () => {
      const route = api.outcomes[":documentId"];
      const order = { param: { documentId }, json: { result, basedOn } };
      await requireOk(of === "whole" ? route.result.$put(order) : route.application.$put(order));
    },
    onSuccess: () => {
      form.clear();
      onClose();
      void queryClient.invalidateQueries({ queryKey: programWaitingQuery.queryKey });
    },
    // Also where somebody else was first: then their words are shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: outcomesKey }),
  });
  const meanwhile = useMeanwhile({
    ...{ error: sending.error, known, basedOn },
    onSeen: (seen) => form.set({ ...form.typed, basedOn: seen }),
  });
  return (
    <FormDialog
      title={words.result}
      send={words.save}
      cancel={words.cancel}
      isPending={sending.isPending}
      error={sending.error}
      onSend={() => sending.mutate()}
      onClose={onClose}
    >
      <MeanwhileWords lines={meanwhile === null ? [] : [meanwhile]} />
      <label className="field">
        {words.result}
        <textarea
          rows={5}
          required
          maxLength={maxOutcomeText}
          value={result}
          onChange={(event) => form.set({ ...form.typed, result: event.target.value })}
        />
        <span className="field-hint">{words.resultHint}</span>
      </label>
    </FormDialog>
  );
}
