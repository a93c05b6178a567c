import { maxProblemNote, maxProblemTitle } from "../../domain/problems/rules.ts";
import { problemScales, type Scales, scaleSteps } from "../../domain/problems/scales.ts";
import { type Theme, themes } from "../../domain/statuses.ts";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";

export interface ProblemWords extends Scales {
  title: string;
  note: string;
  theme: Theme;
}

/** Whether it says what the problem is. */
export function isNamed({ title }: ProblemWords): boolean {
  return /\p{L}/u.test(title) && title.trim().length <= maxProblemTitle;
}

interface Props<T extends ProblemWords> {
  typed: T;
  onChange: (typed: T) => void;
}

/** What a facilitator writes of a problem, and how heavy it is. */
export function ProblemFields<T extends ProblemWords>({ typed, onChange }: Props<T>) {
  const { form: words } = useProblemMessages();
  const { themes: names } = useMessages();
  const change = (part: Partial<ProblemWords>) => onChange({ ...typed, ...part });
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
        value={typed.title}
        onText={(title) => change({ title })}
      />
      <SelectField
        label={words.theme}
        value={typed.theme}
        options={themes.map((each) => [each, names[each]] as const)}
        onChoose={(theme) => change({ theme })}
      />
      <label className="field">
        {words.note}
        <textarea
          rows={3}
          maxLength={maxProblemNote}
          value={typed.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <span className="field-hint">{words.seen}</span>
      </label>
      <ScaleFields scales={typed} onChange={change} />
    </>
  );
}

function ScaleFields({
  scales,
  onChange,
}: {
  scales: Scales;
  onChange: (part: Partial<Scales>) => void;
}) {
  const words = useProblemMessages();
  return (
    <fieldset className="scale-fields">
      <legend>
        <strong>{words.form.scalesTitle}</strong>
      </legend>
      <div className="scale-steps">
        {problemScales.map((scale) => (
          <SelectField
            key={scale}
            label={words.scales[scale]}
            value={`${scales[scale]}`}
            options={scaleSteps.map(
              (step) => [`${step}`, words.step(step, words.steps[scale][step - 1] ?? "")] as const,
            )}
            onChoose={(step) => onChange({ [scale]: Number(step) })}
          />
        ))}
      </div>
    </fieldset>
  );
}
