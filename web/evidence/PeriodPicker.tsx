import { type FormEvent, useState } from "react";
import { isPeriod, lastTwoYears, type Period, thisYear } from "../../domain/evidence/period.ts";
import { Button } from "../design/Button.tsx";
import { TextField } from "../design/TextField.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { shownDay } from "./shown-values.ts";

interface Props {
  period: Period;
  onPeriod: (period: Period) => void;
}

/** Which days the numbers are about: two presets, or days of one's own. */
export function PeriodPicker({ period, onPeriod }: Props) {
  const { period: words } = useEvidenceMessages();
  const [language] = useLanguage();
  const [own, setOwn] = useState<Period | null>(null);
  const now = Date.now();
  const presets = [
    [words.thisYear, thisYear(now)],
    [words.lastTwoYears, lastTwoYears(now)],
  ] as const;
  const choose = (chosen: Period) => {
    setOwn(null);
    onPeriod(chosen);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (own && isPeriod(own)) choose(own);
  };
  return (
    <fieldset className="evidence-period">
      <legend>{words.title}</legend>
      <p>{words.shown(shownDay(period.from, language), shownDay(period.to, language))}</p>
      <div className="row">
        {presets.map(([name, preset]) => (
          <Button
            key={name}
            aria-pressed={own === null && preset.from === period.from && preset.to === period.to}
            onClick={() => choose(preset)}
          >
            {name}
          </Button>
        ))}
        <Button icon="calendar" aria-expanded={own !== null} onClick={() => setOwn(period)}>
          {words.own}
        </Button>
      </div>
      {own && (
        <form className="evidence-days" onSubmit={submit}>
          <TextField
            label={words.from}
            type="date"
            required
            value={own.from}
            max={own.to}
            onText={(from) => setOwn({ ...own, from })}
          />
          <TextField
            label={words.to}
            type="date"
            required
            value={own.to}
            min={own.from}
            onText={(to) => setOwn({ ...own, to })}
          />
          <Button type="submit">{words.show}</Button>
        </form>
      )}
    </fieldset>
  );
}
