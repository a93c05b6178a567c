import { themes } from "../../../domain/statuses.ts";
import {
  maxChoiceLength,
  maxQuestionLength,
  type Question,
  questionKinds,
} from "../../../domain/survey/questions.ts";
import { Button } from "../../design/Button.tsx";
import { SelectField } from "../../design/SelectField.tsx";
import { TextField } from "../../design/TextField.tsx";
import { useMessages } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { ChoicesEditor } from "./ChoicesEditor.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";
import { NumberEditor } from "./NumberEditor.tsx";

interface Props {
  question: Question;
  earlier: readonly Question[];
  onChange: (question: Question) => void;
  onDone: () => void;
  onRemove: () => void;
}

/** Everything about one question. */
export function QuestionEditor({ question, earlier, onChange, onDone, onRemove }: Props) {
  const { build: words } = useSurveyMessages();
  const { themes: themeNames } = useMessages();
  const change = (part: Partial<Question>) => onChange({ ...question, ...part });
  return (
    <div className="form question-editor">
      <label className="field">
        {words.text}
        <textarea
          rows={2}
          maxLength={maxQuestionLength}
          value={question.text}
          // biome-ignore lint/a11y/noAutofocus: opened by a tap that asks to write
          autoFocus
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <div className="editor-pair">
        <SelectField
          label={words.kind}
          value={question.kind}
          options={questionKinds.map((kind) => [kind, words.kinds[kind]] as const)}
          onChoose={(kind) => change({ kind })}
        />
        <SelectField
          label={words.theme}
          value={question.theme ?? ""}
          options={[
            ["", words.noTheme] as const,
            ...themes.map((theme) => [theme, themeNames[theme]] as const),
          ]}
          onChoose={(theme) => change({ theme: theme === "" ? null : theme })}
        />
      </div>
      {(question.kind === "single" || question.kind === "multiple") && (
        <ChoicesEditor choices={question.choices} onChange={(choices) => change({ choices })} />
      )}
      {question.kind === "scale" && (
        <div className="editor-pair">
          <TextField
            label={words.scaleFrom}
            maxLength={maxChoiceLength}
            value={question.scaleFrom}
            onText={(scaleFrom) => change({ scaleFrom })}
          />
          <TextField
            label={words.scaleTo}
            maxLength={maxChoiceLength}
            value={question.scaleTo}
            onText={(scaleTo) => change({ scaleTo })}
          />
        </div>
      )}
      {question.kind === "number" && <NumberEditor question={question} onChange={change} />}
      <TextField
        label={words.hint}
        maxLength={maxQuestionLength}
        value={question.hint}
        onText={(hint) => change({ hint })}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={question.isRequired}
          onChange={(event) => change({ isRequired: event.target.checked })}
        />
        {words.required}
      </label>
      <ConditionEditor
        condition={question.condition}
        earlier={earlier}
        onChange={(condition) => change({ condition })}
      />
      <div className="row">
        <Button icon="check" onClick={onDone}>
          {words.done}
        </Button>
        <Button weight="quiet" icon="close" onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}
