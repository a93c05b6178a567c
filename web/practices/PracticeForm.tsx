import { type FormEvent, useId, useState } from "react";
import { type Theme, themes } from "../../domain/statuses.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { usePracticesMessages } from "../messages/use-practices-messages.ts";

export interface TypedPractice {
  theme: Theme;
  title: string;
  situation: string;
  deed: string;
  cost: string;
  result: string;
  contactOffice: string;
}

interface Props {
  typed: TypedPractice;
  send: string;
  isPending: boolean;
  error: unknown;
  onChange: (typed: TypedPractice) => void;
  onSend: () => void;
  onCancel: () => void;
}

/** The parts of a good practice, in the order in which one tells it. */
export function PracticeForm(props: Props) {
  const { typed, send, isPending, error, onChange, onSend, onCancel } = props;
  const { fields, form } = usePracticesMessages();
  const { themes: names } = useMessages();
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<TypedPractice>) => {
    setMissing(false);
    onChange({ ...typed, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { title, situation, deed, contactOffice } = typed;
    const isGap = [title, situation, deed, contactOffice].some((text) => !/\p{L}/u.test(text));
    setMissing(isGap);
    if (!isGap && !isPending) onSend();
  };
  return (
    <form className="form program-form" onSubmit={submit} noValidate>
      <TextField
        label={fields.title}
        hint={fields.titleHint}
        maxLength={200}
        autoComplete="off"
        value={typed.title}
        onText={(title) => change({ title })}
      />
      <SelectField
        label={fields.theme}
        value={typed.theme}
        options={themes.map((each) => [each, names[each]] as const)}
        onChoose={(theme) => change({ theme })}
      />
      <LongField
        label={fields.situation}
        hint={fields.situationHint}
        value={typed.situation}
        onText={(situation) => change({ situation })}
      />
      <LongField
        label={fields.deed}
        hint={fields.deedHint}
        value={typed.deed}
        onText={(deed) => change({ deed })}
      />
      <TextField
        label={fields.cost}
        hint={fields.costHint}
        maxLength={500}
        autoComplete="off"
        value={typed.cost}
        onText={(cost) => change({ cost })}
      />
      <LongField
        label={fields.result}
        hint={fields.resultHint}
        value={typed.result}
        onText={(result) => change({ result })}
      />
      <TextField
        label={fields.contactOffice}
        hint={fields.contactHint}
        maxLength={200}
        autoComplete="off"
        value={typed.contactOffice}
        onText={(contactOffice) => change({ contactOffice })}
      />
      <p className="small soft">{form.kept}</p>
      {isMissing && (
        <p role="alert" className="failure-line">
          {form.missing}
        </p>
      )}
      <FailureLine error={error} />
      <div className="row">
        <Button type="submit" weight="primary" icon="send" aria-busy={isPending}>
          {isPending ? form.sending : send}
        </Button>
        <Button weight="quiet" onClick={onCancel}>
          {form.cancel}
        </Button>
      </div>
    </form>
  );
}

interface LongFieldProps {
  label: string;
  hint: string;
  value: string;
  onText: (text: string) => void;
}

function LongField({ label, hint, value, onText }: LongFieldProps) {
  const hintId = useId();
  return (
    <label className="field">
      {label}
      <textarea
        rows={4}
        maxLength={3000}
        value={value}
        aria-describedby={hintId}
        onChange={(event) => onText(event.target.value)}
      />
      <span id={hintId} className="field-hint">
        {hint}
      </span>
    </label>
  );
}
