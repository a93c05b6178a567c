import "../design/forms.css";
import "./prepare.css";
import { useQuery } from "@tanstack/react-query";
import { forumStages, themes } from "../../domain/statuses.ts";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { peopleQuery } from "../manage/people-query.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { formatForumTime } from "../time.ts";
import { type PlanFields, timesOf } from "./plan-fields.ts";

interface Props {
  fields: PlanFields;
  onChange: (changes: Partial<PlanFields>) => void;
}

/** What is planned of a forum; days and times are WIB's. */
export function PlanFieldset({ fields, onChange }: Props) {
  const { forum: words } = usePrepareMessages();
  const messages = useMessages();
  const { forums, themes: themeNames, forumStages: stageNames } = messages;
  const [language] = useLanguage();
  const times = timesOf(fields);
  const people = useQuery(peopleQuery);
  const officials = (people.data?.people ?? []).filter(
    ({ id, village }) => village === null || id === fields.chairPersonId,
  );
  return (
    <>
      <TextField
        label={words.title}
        value={fields.title}
        onText={(title) => onChange({ title })}
        autoComplete="off"
      />
      <div className="form-columns">
        <TextField
          label={words.day}
          type="date"
          value={fields.day}
          onText={(day) => onChange({ day })}
        />
        <TextField
          label={words.from}
          type="time"
          value={fields.from}
          onText={(from) => onChange({ from })}
        />
        <TextField
          label={words.until}
          type="time"
          value={fields.until}
          onText={(until) => onChange({ until })}
        />
        <TextField
          label={words.lastDay}
          type="date"
          value={fields.lastDay === "" ? fields.day : fields.lastDay}
          onText={(day) => onChange({ lastDay: day === fields.day ? "" : day })}
        />
      </div>
      {/* Devices show days and hours in their own ways: here is what was understood. */}
      {times && times.endsAt > times.startsAt && (
        <p className="plan-time">{formatForumTime(times, messages, language)}</p>
      )}
      <TextField
        label={forums.place}
        value={fields.place}
        onText={(place) => onChange({ place })}
        autoComplete="off"
      />
      <div className="form-columns">
        <SelectField
          label={forums.theme}
          value={fields.theme}
          options={themes.map((theme) => [theme, themeNames[theme]] as const)}
          onChoose={(theme) => onChange({ theme })}
        />
        <SelectField
          label={forums.stage}
          value={fields.stage}
          options={forumStages.map((stage) => [stage, stageNames[stage]] as const)}
          onChoose={(stage) => onChange({ stage })}
        />
      </div>
      <SelectField
        label={words.chair}
        hint={words.chairHint}
        value={fields.chairPersonId ?? ""}
        options={[
          ["", words.noChair],
          ...officials.map(({ id, name, position }) => [id, `${name}, ${position}`] as const),
        ]}
        onChoose={(id) => onChange({ chairPersonId: id === "" ? null : id })}
      />
    </>
  );
}
