import { type Choice, maxChoiceLength, maxChoices } from "../../../domain/survey/questions.ts";
import { Button } from "../../design/Button.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { newId } from "./survey-words.ts";

interface Props {
  choices: readonly Choice[];
  onChange: (choices: readonly Choice[]) => void;
}

export function ChoicesEditor({ choices, onChange }: Props) {
  const { build: words } = useSurveyMessages();
  return (
    <fieldset className="choices-editor">
      <legend>{words.choices}</legend>
      {choices.map(({ id, text }, at) => (
        <div key={id} className="choice-line field">
          <input
            aria-label={words.choice(at + 1)}
            placeholder={words.choice(at + 1)}
            maxLength={maxChoiceLength}
            value={text}
            onChange={(event) =>
              onChange(
                choices.map((each) => (each.id === id ? { id, text: event.target.value } : each)),
              )
            }
          />
          <Button
            weight="quiet"
            icon="close"
            aria-label={words.removeChoice(at + 1)}
            onClick={() => onChange(choices.filter((each) => each.id !== id))}
          />
        </div>
      ))}
      {choices.length < maxChoices && (
        <p>
          <Button icon="plus" onClick={() => onChange([...choices, { id: newId(), text: "" }])}>
            {words.addChoice}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
