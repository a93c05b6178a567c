import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { shortName } from "../../domain/regulations.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { type Regulation, regulationsKey } from "./regulations-query.ts";

interface Props {
  /** Null for a new one. */
  regulation: Regulation | null;
  regulations: readonly Regulation[];
  onClose: () => void;
}

const notReplaced = "";

/** Adds a regulation to the register, or changes one. */
export function RegulationForm({ regulation, regulations, onClose }: Props) {
  const { form: words } = useRegulationsMessages();
  const queryClient = useQueryClient();
  const kindsId = useId();
  const [newId] = useState(() => crypto.randomUUID());
  const form = useKeptForm(`regulation ${regulation?.id ?? "new"}`, {
    id: newId,
    basedOn: regulation?.changedAt ?? 0,
    kind: regulation?.kind ?? "",
    number: regulation?.number ?? "",
    year: regulation ? String(regulation.year) : "",
    about: regulation?.about ?? "",
    inForceSince: regulation?.inForceSince ?? "",
    withdrawnOn: regulation?.withdrawnOn ?? "",
    replacedById: regulation?.replacedById ?? notReplaced,
    isConfirmed: regulation?.isConfirmed ?? false,
  });
  const { typed } = form;
  const [isYearWrong, setYearWrong] = useState(false);
  const change = (part: Partial<typeof typed>) => form.set({ ...typed, ...part });
  const close = () => {
    form.clear();
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => {
      const { id, basedOn, year, inForceSince, withdrawnOn, replacedById, ...rest } = typed;
      const json = {
        ...rest,
        year: Number(year),
        inForceSince: inForceSince || null,
        withdrawnOn: withdrawnOn || null,
        replacedById: replacedById || null,
      };
      return regulation === null
        ? requireOk(api.regulations.$post({ json: { ...json, id } }))
        : requireOk(
            api.regulations[":regulationId"].$put({
              param: { regulationId: regulation.id },
              json: { ...json, basedOn },
            }),
          );
    },
    onSuccess: close,
    // Also where somebody else was first: then the page shows theirs.
    onSettled: () => queryClient.invalidateQueries({ queryKey: regulationsKey }),
  });
  const send = () => {
    const isWrong = !/^\d{4}$/.test(typed.year.trim());
    setYearWrong(isWrong);
    if (!isWrong) saving.mutate();
  };
  const others = regulations.filter(({ id }) => id !== regulation?.id);
  return (
    <FormDialog
      title={regulation === null ? words.addTitle : words.editTitle}
      send={saving.isPending ? words.saving : words.save}
      cancel={words.cancel}
      isPending={saving.isPending}
      error={saving.error}
      onSend={send}
      // A new one that was begun is still there when the form is opened again.
      onClose={regulation === null ? onClose : close}
    >
      <datalist id={kindsId}>
        {[...new Set(regulations.map(({ kind }) => kind))].map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <TextField
        label={words.kind}
        hint={words.kindHint}
        list={kindsId}
        required
        maxLength={80}
        value={typed.kind}
        onText={(kind) => change({ kind })}
      />
      <div className="form-pair">
        <TextField
          label={words.number}
          required
          maxLength={40}
          value={typed.number}
          onText={(number) => change({ number })}
        />
        <TextField
          label={words.year}
          inputMode="numeric"
          required
          maxLength={4}
          value={typed.year}
          onText={(year) => change({ year })}
        />
      </div>
      {isYearWrong && (
        <p role="alert" className="failure-line">
          {words.yearWrong}
        </p>
      )}
      <TextField
        label={words.about}
        required
        maxLength={500}
        value={typed.about}
        onText={(about) => change({ about })}
      />
      <div className="form-pair">
        <TextField
          label={words.since}
          type="date"
          value={typed.inForceSince}
          onText={(inForceSince) => change({ inForceSince })}
        />
        <TextField
          label={words.withdrawnOn}
          type="date"
          value={typed.withdrawnOn}
          onText={(withdrawnOn) => change({ withdrawnOn })}
        />
      </div>
      <SelectField
        label={words.replacedBy}
        value={typed.replacedById}
        options={[
          [notReplaced, words.notReplaced],
          ...others.map((each) => [each.id, shortName(each)] as const),
        ]}
        onChoose={(replacedById) => change({ replacedById })}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={typed.isConfirmed}
          onChange={(event) => change({ isConfirmed: event.target.checked })}
        />
        {words.confirmed}
      </label>
    </FormDialog>
  );
}
