import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { maxOutcomeDecision, maxOutcomeText } from "../../domain/outcomes.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { MeanwhileWords } from "../forums/MeanwhileWords.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { outcomesKey } from "./outcomes-key.ts";
import type { OutcomeData } from "./outcomes-query.ts";

/** What the case taught, as it is typed. */
export function OutcomeForm({ data, onDone }: { data: OutcomeData; onDone: () => void }) {
  const words = useOutcomesMessages();
  const queryClient = useQueryClient();
  const { document, outcome, agreements } = data;
  const known = outcome?.changedAt ?? null;
  const form = useKeptForm(`outcome ${document.id}`, {
    basedOn: known,
    learnt: outcome?.learnt ?? "",
    agreement: outcome?.agreement ? keyOf(outcome.agreement) : "",
    decision: outcome?.decision ?? "",
  });
  const { basedOn, learnt, agreement, decision } = form.typed;
  const [isMissing, setMissing] = useState(false);
  const saving = useMutation({
    mutationFn: () => {
      const chosen = agreements.find((each) => keyOf(each) === agreement);
      return requireOk(
        api.outcomes[":documentId"].$put({
          param: { documentId: document.id },
          json: {
            learnt,
            decision,
            basedOn,
            agreement: chosen ? { documentId: chosen.documentId, nodeId: chosen.nodeId } : null,
          },
        }),
      );
    },
    onSuccess: () => {
      form.clear();
      onDone();
    },
    // Also where somebody else was first: then their words are shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: outcomesKey }),
  });
  const meanwhile = useMeanwhile({
    ...{ error: saving.error, known, basedOn },
    onSeen: (seen) => form.set({ ...form.typed, basedOn: seen }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = learnt.trim() === "";
    setMissing(isEmpty);
    if (!isEmpty && !saving.isPending) saving.mutate();
  };
  return (
    <form className="form outcome-form" onSubmit={save} noValidate>
      {meanwhile !== null && outcome && (
        <MeanwhileWords
          lines={[outcome.learnt, outcome.agreement?.text ?? "", outcome.decision].filter(Boolean)}
        />
      )}
      <label className="field">
        {words.learnt}
        <textarea
          rows={6}
          maxLength={maxOutcomeText}
          value={learnt}
          onChange={(event) => {
            setMissing(false);
            form.set({ ...form.typed, learnt: event.target.value });
          }}
        />
        <span className="field-hint">{words.learntHint}</span>
      </label>
      <SelectField
        label={words.agreement}
        value={agreement}
        options={[
          ["", words.noAgreement] as const,
          ...agreements.map((each) => [keyOf(each), each.text] as const),
        ]}
        onChoose={(chosen) => form.set({ ...form.typed, agreement: chosen })}
      />
      <TextField
        label={words.decision}
        hint={words.decisionHint}
        value={decision}
        maxLength={maxOutcomeDecision}
        autoComplete="off"
        onText={(text) => form.set({ ...form.typed, decision: text })}
      />
      {isMissing && (
        <p role="alert" className="failure-line">
          {words.missing}
        </p>
      )}
      <FailureLine error={saving.error} />
      <div className="row">
        <Button type="submit" weight="primary" aria-busy={saving.isPending}>
          {words.save}
        </Button>
        {outcome && (
          <Button
            weight="quiet"
            onClick={() => {
              form.clear();
              onDone();
            }}
          >
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

function keyOf({ documentId, nodeId }: { documentId: string; nodeId: string }): string {
  return `${documentId} ${nodeId}`;
}
