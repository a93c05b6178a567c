import { type Sector, sectors } from "../../domain/statuses.ts";
import { SelectField } from "../design/SelectField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

export interface GuestPlace {
  role: "observer" | "participant";
  sector: Sector;
}

interface Props {
  place: GuestPlace;
  onChange: (place: GuestPlace) => void;
}

/** Which part of society a guest is of, and as what they come. */
export function GuestChoices({ place, onChange }: Props) {
  const { guests: words } = usePrepareMessages();
  const { roles, sectors: sectorNames } = useMessages();
  return (
    <div className="form-columns">
      <SelectField
        label={words.sector}
        value={place.sector}
        options={sectors.map((sector) => [sector, sectorNames[sector]] as const)}
        onChoose={(sector) => onChange({ ...place, sector })}
      />
      <SelectField
        label={words.role}
        value={place.role}
        options={(["observer", "participant"] as const).map((role) => [role, roles[role]] as const)}
        onChoose={(role) => onChange({ ...place, role })}
      />
    </div>
  );
}
