import "./forms.css";
import { type FormEvent, useState } from "react";
import { Button } from "./Button.tsx";
import { FailureLine } from "./FailureLine.tsx";
import { TextField } from "./TextField.tsx";

export interface PersonFields {
  name: string;
  position: string;
  phone: string;
}

interface Props {
  fields: PersonFields;
  words: Record<"name" | "position" | "phone" | "phoneHint" | "save" | "cancel", string>;
  isPending: boolean;
  error: unknown;
  onSave: (fields: PersonFields) => void;
  onCancel: () => void;
}

/** Name, position and phone of somebody; keeps what was typed when it is refused. */
export function PersonForm({ fields, words, isPending, error, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState(fields);
  const set = (name: keyof PersonFields) => (text: string) => setTyped({ ...typed, [name]: text });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSave(typed);
  };
  return (
    <form className="form" onSubmit={save}>
      <TextField
        label={words.name}
        value={typed.name}
        onText={set("name")}
        required
        maxLength={100}
      />
      <TextField
        label={words.position}
        value={typed.position}
        onText={set("position")}
        required
        maxLength={100}
      />
      <TextField
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        value={typed.phone}
        onText={set("phone")}
        maxLength={40}
      />
      <FailureLine error={error} />
      <div className="row">
        <Button type="submit" weight="primary" aria-busy={isPending}>
          {words.save}
        </Button>
        <Button weight="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
