import { surveyOpennesses } from "../../../domain/survey/openness.ts";
import { surveyUnits } from "../../../domain/survey/rules.ts";
import { SelectField } from "../../design/SelectField.tsx";
import { TextField } from "../../design/TextField.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import type { SurveyWords } from "./survey-words.ts";

interface Props {
  words: SurveyWords;
  onChange: (words: SurveyWords) => void;
}

/** What the survey is called, who answers it and who sees what. */
export function SurveySettings({ words, onChange }: Props) {
  const { build, units, opennesses, whoSees } = useSurveyMessages();
  return (
    <section className="section build-settings" aria-labelledby="settings">
      <h2 id="settings">{build.settings}</h2>
      <TextField
        label={build.name}
        maxLength={200}
        value={words.title}
        onText={(title) => onChange({ ...words, title })}
      />
      <label className="field">
        {build.intro}
        <textarea
          rows={3}
          maxLength={2000}
          value={words.intro}
          onChange={(event) => onChange({ ...words, intro: event.target.value })}
        />
        <span className="field-hint">{build.introHint}</span>
      </label>
      <SelectField
        label={build.unit}
        value={words.unit}
        options={surveyUnits.map((unit) => [unit, units[unit]] as const)}
        onChoose={(unit) => onChange({ ...words, unit })}
      />
      <SelectField
        label={build.openness}
        value={words.openness}
        options={surveyOpennesses.map((openness) => [openness, opennesses[openness]] as const)}
        hint={whoSees[words.openness]}
        onChoose={(openness) => onChange({ ...words, openness })}
      />
    </section>
  );
}
