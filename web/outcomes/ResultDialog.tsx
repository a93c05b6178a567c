import { useMutation, useQueryClient } from "@tanstack/react-query";
import { maxOutcomeText } from "../../domain/outcomes.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
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

/** What came of it; what was typed and not sent stays in this tab. */
export function ResultDialog({ documentId, of, known, onClose }: Props) {
  const words = useOutcomesMessages();
  const queryClient = useQueryClient();
  const form = useKeptForm(`outcome ${of} ${documentId}`, { result: known ?? "" });
  const { result } = form.typed;
  const sending = useMutation({
    mutationFn: async () => {
      const route = api.outcomes[":documentId"];
      const order = { param: { documentId }, json: { result } };
      await requireOk(of === "whole" ? route.result.$put(order) : route.application.$put(order));
    },
    onSuccess: async () => {
      form.clear();
      onClose();
      void queryClient.invalidateQueries({ queryKey: programWaitingQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: outcomesKey });
    },
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
      <label className="field">
        {words.result}
        <textarea
          rows={5}
          required
          maxLength={maxOutcomeText}
          value={result}
          onChange={(event) => form.set({ result: event.target.value })}
        />
        <span className="field-hint">{words.resultHint}</span>
      </label>
    </FormDialog>
  );
}
