import "./forms.css";
import type { VillageBadge as Village } from "../../party/room-person.ts";
import { VillageBadge } from "./VillageBadge.tsx";

interface Props {
  legend: string;
  /** Where all can be chosen at once. */
  all?: string;
  hint?: string;
  villages: readonly Village[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Which villages are meant: some of them, or all. */
export function VillageTicks(props: Props) {
  const { legend, all, hint, villages, chosen, onChoose } = props;
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {all !== undefined && (
        <label className="tick">
          <input
            type="checkbox"
            checked={chosen.length === villages.length}
            onChange={(event) => onChoose(event.target.checked ? villages.map(({ id }) => id) : [])}
          />
          <strong>{all}</strong>
        </label>
      )}
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
      {hint && <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}
