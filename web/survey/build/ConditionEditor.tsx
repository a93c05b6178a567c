import {
  type Condition,
  choicesOf,
  hasChoices,
  type Question,
} from "../../../domain/survey/questions.ts";
import { SelectField } from "../../design/SelectField.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";

interface Props {
  condition: Condition | null;
  earlier: readonly Question[];
  onChange: (condition: Condition | null) => void;
}

/** After which answer to an earlier question this one is asked. */
export function ConditionEditor({ condition, earlier, onChange }: Props) {
  const { build: words } = useSurveyMessages();
  const possible = earlier.filter(({ kind }) => hasChoices(kind));
  const asked = possible.find(({ id }) => id === condition?.questionId);
  if (possible.length === 0 && condition === null) return null;
  return (
    <>
      <SelectField
        label={words.condition}
        value={asked?.id ?? ""}
        options={[
          ["", words.always] as const,
          ...possible.map(({ id, text }) => [id, words.when(text.trim() || words.blank)] as const),
        ]}
        onChoose={(questionId) => onChange(questionId === "" ? null : { questionId, anyOf: [] })}
      />
      {asked && condition && (
        <fieldset>
          <legend>{words.anyOf}</legend>
          {choicesOf(asked).map(({ id, text }) => (
            <label key={id} className="tick">
              <input
                type="checkbox"
                checked={condition.anyOf.includes(id)}
                onChange={(event) => {
                  const rest = condition.anyOf.filter((each) => each !== id);
                  onChange({ ...condition, anyOf: event.target.checked ? [...rest, id] : rest });
                }}
              />
              {text}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
