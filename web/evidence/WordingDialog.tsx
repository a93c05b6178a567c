import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type EvidenceNumber,
  evidenceNumbers,
  maxIndicatorWords,
} from "../../domain/evidence/evidence-lists.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { MeanwhileWords } from "../forums/MeanwhileWords.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { changedFields } from "./changed-fields.ts";
import { evidenceKey, type Indicator } from "./evidence-query.ts";

interface Props {
  /** Null for a new one. */
  indicator: Indicator | null;
  onClose: () => void;
}

type Wording = Pick<
  Indicator,
  "number" | "name" | "level3" | "level2" | "level1" | "proof" | "systemNumber"
>;

interface Begun extends Wording {
  /** Of a new one. */
  id: string;
  seen: Wording;
}

const lines = ["number", "name", "level3", "level2", "level1", "proof"] as const;

/** The words of an indicator, which move from year to year. */
export function WordingDialog({ indicator, onClose }: Props) {
  const words = useEvidenceMessages();
  const client = useQueryClient();
  const known = wordingOf(indicator);
  // With what was begun the device keeps what it was begun from.
  const form = useKeptForm<Begun>(`indicator ${indicator?.id ?? "new"}`, {
    ...known,
    seen: known,
    id: crypto.randomUUID(),
  });
  const { id, seen, ...typed } = form.typed;
  const saving = useMutation({
    mutationFn: async () => {
      if (indicator === null) {
        await requireOk(api.evidence.indicators.$post({ json: { ...typed, id } }));
        return;
      }
      await requireOk(
        api.evidence.indicators[":indicatorId"].$patch({
          param: { indicatorId: indicator.id },
          json: { changes: changedFields(typed, seen), basedOn: seen },
        }),
      );
    },
    onSuccess: () => {
      form.clear();
      onClose();
    },
    // Also where somebody else was first: then the page shows their words.
    onSettled: () => client.invalidateQueries({ queryKey: evidenceKey }),
  });
  const meanwhile = useMeanwhile({
    ...{ error: saving.error, known, basedOn: seen },
    // What this person did not touch follows the others.
    onSeen: (theirs) => form.set({ ...theirs, ...changedFields(typed, seen), id, seen: theirs }),
  });
  return (
    <FormDialog
      title={indicator === null ? words.list.add : words.indicator.wording}
      send={indicator === null ? words.list.add : words.save}
      cancel={words.cancel}
      isPending={saving.isPending}
      error={saving.error}
      onSend={() => saving.mutate()}
      onClose={onClose}
    >
      {meanwhile && (
        <MeanwhileWords
          lines={lines
            .filter((name) => meanwhile[name] !== "")
            .map((name) => `${labelOf(name, words)}: ${meanwhile[name]}`)}
        />
      )}
      {lines.map((name) => (
        <TextField
          key={name}
          label={labelOf(name, words)}
          value={typed[name]}
          maxLength={name === "number" ? 20 : maxIndicatorWords}
          required={name === "name"}
          onText={(text) => form.set({ ...form.typed, [name]: text })}
        />
      ))}
      <SelectField<EvidenceNumber | "">
        label={words.indicator.systemNumber}
        value={typed.systemNumber ?? ""}
        options={[
          ["", words.indicator.noNumber],
          ...evidenceNumbers.map((each) => [each, words.numbers[each].name] as const),
        ]}
        onChoose={(chosen) =>
          form.set({ ...form.typed, systemNumber: chosen === "" ? null : chosen })
        }
      />
    </FormDialog>
  );
}

function labelOf(
  name: (typeof lines)[number],
  { indicator }: ReturnType<typeof useEvidenceMessages>,
): string {
  switch (name) {
    case "number":
      return indicator.number;
    case "name":
      return indicator.name;
    case "level3":
      return indicator.levelWords(3);
    case "level2":
      return indicator.levelWords(2);
    case "level1":
      return indicator.levelWords(1);
    case "proof":
      return indicator.proof;
  }
}

function wordingOf(indicator: Indicator | null): Wording {
  if (indicator === null) {
    const none = { number: "", name: "", level3: "", level2: "", level1: "", proof: "" };
    return { ...none, systemNumber: null };
  }
  const { number, name, level3, level2, level1, proof, systemNumber } = indicator;
  return { number, name, level3, level2, level1, proof, systemNumber };
}
