import { VillageBadge } from "../design/VillageBadge.tsx";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import type { SurveyData } from "./survey-query.ts";

interface Props {
  villages: NonNullable<SurveyData["villages"]>;
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Which villages are asked: all, or some of them. */
export function VillageTicks({ villages, chosen, onChoose }: Props) {
  const { build: words } = useSurveyMessages();
  return (
    <fieldset className="village-ticks">
      <legend>{words.villages}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={chosen.length === villages.length}
          onChange={(event) => onChoose(event.target.checked ? villages.map(({ id }) => id) : [])}
        />
        <strong>{words.all}</strong>
      </label>
      {villages.map((village) => (
        <label key={village.id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(village.id)}
            onChange={(event) =>
              onChoose(
                event.target.checked
                  ? [...chosen, village.id]
                  : chosen.filter((id) => id !== village.id),
              )
            }
          />
          <VillageBadge village={village} />
        </label>
      ))}
    </fieldset>
  );
}
