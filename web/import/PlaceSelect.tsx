import { useImportMessages } from "../messages/use-import-messages.ts";
import type { NamedPlace } from "./use-places.ts";

interface Props {
  places: readonly NamedPlace[];
  chosen: NamedPlace;
  onChoose: (id: string) => void;
}

/** The parts of the document; what is closed says why, and cannot be chosen. */
export function PlaceSelect({ places, chosen, onChoose }: Props) {
  const words = useImportMessages();
  return (
    <label className="field">
      {words.place}
      <select value={chosen.id} onChange={(event) => onChoose(event.target.value)}>
        {places.map(({ id, name, isOpen }) => (
          <option key={id} value={id} disabled={!isOpen}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
