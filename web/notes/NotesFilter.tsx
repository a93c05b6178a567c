import "../design/forms.css";
import { useId, useState } from "react";
import { threadKinds } from "../../domain/statuses.ts";
import type { ThreadView } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { villageName } from "../design/shown-name.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { noVillage, stateFilters, type ThreadFilter, villageOf } from "./shown-threads.ts";

interface Props {
  filter: ThreadFilter;
  onFilter: (filter: ThreadFilter) => void;
  /** All of them: whose villages can be chosen. */
  threads: readonly ThreadView[];
  /** How many are shown, in words. */
  count: string;
}

/** Shows notes of one kind, one village, one state. */
export function NotesFilter({ filter, onFilter, threads, count }: Props) {
  const { filter: words, kinds } = useNotesMessages();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const villages = useVillages(threads);
  const { kind, village, state } = filter;
  const active = [kind !== null, village !== null, state !== "all"].filter(Boolean).length;
  return (
    <div className="notes-filter">
      <div className="row">
        <Button
          weight="quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {active > 0 ? words.active(active) : words.button}
        </Button>
        <span className="soft small" role="status">
          {count}
        </span>
      </div>
      <div id={id} className="notes-choices" hidden={!isOpen}>
        <Choice
          label={words.kind}
          value={kind}
          every={words.everyKind}
          options={threadKinds.map((each) => [each, kinds[each]])}
          onChoose={(next) => onFilter({ ...filter, kind: next })}
        />
        <Choice
          label={words.village}
          value={village}
          every={words.everyVillage}
          options={villages}
          onChoose={(next) => onFilter({ ...filter, village: next })}
        />
        <Choice
          label={words.state}
          value={state === "all" ? null : state}
          every={words.states.all}
          options={stateFilters.slice(1).map((each) => [each, words.states[each]])}
          onChoose={(next) => onFilter({ ...filter, state: next ?? "all" })}
        />
      </div>
    </div>
  );
}

/** Whose notes there are, each village once. */
function useVillages(threads: readonly ThreadView[]): [id: string, name: string][] {
  const { filter: words } = useNotesMessages();
  const { masks } = useMessages();
  const names = new Map(
    threads.map((thread) => [
      villageOf(thread),
      thread.author.village ? villageName(thread.author.village, masks) : words.offices,
    ]),
  );
  const order = (id: string, name: string) => (id === noVillage ? "￿" : name);
  return [...names].sort((a, b) => order(...a).localeCompare(order(...b), "id"));
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T | null;
  /** The name of all of them together. */
  every: string;
  options: readonly (readonly [value: T, name: string])[];
  onChoose: (value: T | null) => void;
}

function Choice<T extends string>({ label, value, every, options, onChoose }: ChoiceProps<T>) {
  return (
    <label className="field">
      {label}
      <select
        value={value ?? ""}
        onChange={({ target }) =>
          onChoose(options.find(([each]) => each === target.value)?.[0] ?? null)
        }
      >
        <option value="">{every}</option>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
