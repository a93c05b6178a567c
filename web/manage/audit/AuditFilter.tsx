import { type FormEvent, useState } from "react";
import {
  type AuditAction,
  type AuditSubject,
  auditActions,
  auditSubjects,
} from "../../../domain/audit.ts";
import { Button } from "../../design/Button.tsx";
import { TextField } from "../../design/TextField.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import type { AuditChoices } from "./AuditPage.tsx";

export interface AuditQuestion {
  district?: string;
  person?: string;
  action?: AuditAction;
  subjectKind?: AuditSubject;
  forum?: string;
  from?: string;
  to?: string;
}

interface Props {
  choices: AuditChoices;
  question: AuditQuestion;
  onAsk: (question: AuditQuestion) => void;
}

export function AuditFilter({ choices, question, onAsk }: Props) {
  const { audit: words } = useCareMessages();
  const [wanted, setWanted] = useState(question);
  const set = (name: keyof AuditQuestion) => (value: string) => {
    const { [name]: _, ...others } = wanted;
    // The values come from the lists below.
    setWanted(value === "" ? others : ({ ...others, [name]: value } as AuditQuestion));
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onAsk(wanted);
  };
  const clear = () => {
    setWanted({});
    onAsk({});
  };
  const named = (ids: readonly string[], names: Record<string, string>) =>
    ids.map((id) => ({ id, name: names[id] ?? id }));
  return (
    <details className="audit-filter">
      <summary>{words.filter}</summary>
      <form className="form" onSubmit={ask}>
        <div className="audit-fields">
          {choices.districts.length > 1 && (
            <Choice
              label={words.district}
              value={wanted.district}
              options={choices.districts}
              onChoose={set("district")}
            />
          )}
          <Choice
            label={words.person}
            value={wanted.person}
            options={choices.people}
            onChoose={set("person")}
          />
          <Choice
            label={words.action}
            value={wanted.action}
            options={named(auditActions, words.actions)}
            onChoose={set("action")}
          />
          <Choice
            label={words.subject}
            value={wanted.subjectKind}
            options={named(auditSubjects, words.subjects)}
            onChoose={set("subjectKind")}
          />
          <Choice
            label={words.forum}
            value={wanted.forum}
            options={choices.forums.map(({ id, title }) => ({ id, name: title }))}
            onChoose={set("forum")}
          />
          <TextField
            label={words.from}
            type="date"
            value={wanted.from ?? ""}
            onText={set("from")}
          />
          <TextField label={words.to} type="date" value={wanted.to ?? ""} onText={set("to")} />
        </div>
        <div className="row">
          <Button type="submit">{words.show}</Button>
          <Button weight="quiet" onClick={clear}>
            {words.clear}
          </Button>
        </div>
      </form>
    </details>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const { audit: words } = useCareMessages();
  return (
    <label className="field">
      {label}
      <select value={value ?? ""} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{words.all}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
