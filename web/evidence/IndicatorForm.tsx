import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import {
  type IndicatorStatus,
  indicatorStatuses,
  maxNoteLength,
} from "../../domain/evidence/evidence-lists.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { MeanwhileWords } from "../forums/MeanwhileWords.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { changedFields } from "./changed-fields.ts";
import { evidenceKey, type Indicator } from "./evidence-query.ts";
import { levelsOf } from "./levels-of.ts";

/** How far an indicator is: its level, its state and a note. */
export function IndicatorForm({ indicator }: { indicator: Indicator }) {
  const words = useEvidenceMessages();
  const client = useQueryClient();
  const hintId = useId();
  const { status, level, note } = indicator;
  const [seen, setSeen] = useState({ status, level, note });
  const [chosen, setChosen] = useState({ status, level });
  // With what was begun the device keeps what it was begun from.
  const form = useKeptForm(`evidence of ${indicator.id}`, { note, from: note });
  const basedOn = { ...seen, note: form.typed.from };
  const known = { status, level, note };
  const levels = levelsOf(indicator);
  const saving = useMutation({
    mutationFn: (to: typeof seen) =>
      requireOk(
        api.evidence.indicators[":indicatorId"].$patch({
          param: { indicatorId: indicator.id },
          json: { changes: changedFields(to, basedOn), basedOn },
        }),
      ),
    onSuccess: (_, to) => {
      form.set({ note: to.note, from: to.note });
      form.clear();
      setSeen(to);
    },
    onSettled: () => client.invalidateQueries({ queryKey: evidenceKey }),
  });
  const meanwhile = useMeanwhile({
    ...{ error: saving.error, known, basedOn },
    onSeen: (theirs) => {
      // What this person did not touch follows the others.
      const own = changedFields({ ...chosen, note: form.typed.note }, basedOn);
      setSeen(theirs);
      setChosen({ ...theirs, ...own });
      form.set({ note: own.note ?? theirs.note, from: theirs.note });
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate({ ...chosen, note: form.typed.note.trim() });
  };
  return (
    <form className="form" onSubmit={save} onChange={saving.reset}>
      {meanwhile && (
        <MeanwhileWords
          lines={[
            `${words.indicator.status}: ${words.statuses[meanwhile.status]}`,
            `${words.indicator.level}: ${meanwhile.level ?? words.indicator.noLevel}`,
            ...(meanwhile.note ? [`${words.indicator.note}: ${meanwhile.note}`] : []),
          ]}
        />
      )}
      {levels.length > 0 && (
        <SelectField
          label={words.indicator.level}
          value={`${chosen.level ?? ""}`}
          options={[
            ["", words.indicator.noLevel],
            ["0", words.indicator.belowLevels],
            ...levels.map(
              ([number, text]) => [`${number}`, words.indicator.levels(number, text)] as const,
            ),
          ]}
          onChoose={(level) => setChosen({ ...chosen, level: level === "" ? null : Number(level) })}
        />
      )}
      <SelectField<IndicatorStatus>
        label={words.indicator.status}
        value={chosen.status}
        options={indicatorStatuses.map((each) => [each, words.statuses[each]] as const)}
        onChoose={(status) => setChosen({ ...chosen, status })}
      />
      <label className="field">
        {words.indicator.note}
        <textarea
          rows={3}
          maxLength={maxNoteLength}
          value={form.typed.note}
          aria-describedby={hintId}
          onChange={(event) => form.set({ ...form.typed, note: event.target.value })}
        />
        <span id={hintId} className="field-hint">
          {words.indicator.noteHint}
        </span>
      </label>
      <FailureLine error={saving.error} />
      {saving.isSuccess && <p role="status">{words.saved}</p>}
      <div>
        <Button type="submit" weight="primary" aria-busy={saving.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
