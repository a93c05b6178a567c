import { useState } from "react";
import type { Question } from "../../../domain/survey/questions.ts";
import { formatNumber, readNumber } from "../../../domain/survey/read-number.ts";
import { TextField } from "../../design/TextField.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";

type NumberFields = Pick<Question, "unit" | "least" | "most">;

interface Props {
  question: NumberFields;
  onChange: (part: Partial<NumberFields>) => void;
}

/** What a number counts and between which bounds it lies. */
export function NumberEditor({ question, onChange }: Props) {
  const { build: words } = useSurveyMessages();
  const shown = (value: number | null) => (value === null ? "" : formatNumber(value));
  const [least, setLeast] = useState(shown(question.least));
  const [most, setMost] = useState(shown(question.most));
  return (
    <div className="editor-pair">
      <TextField
        label={words.unitOf}
        hint={words.unitHint}
        maxLength={30}
        value={question.unit}
        onText={(unit) => onChange({ unit })}
      />
      <TextField
        label={words.least}
        inputMode="decimal"
        value={least}
        onText={(text) => {
          setLeast(text);
          onChange({ least: readNumber(text) });
        }}
      />
      <TextField
        label={words.most}
        inputMode="decimal"
        value={most}
        onText={(text) => {
          setMost(text);
          onChange({ most: readNumber(text) });
        }}
      />
    </div>
  );
}
