import type { ShownVillage } from "../../party/masks/shown-person.ts";
import { useMessages } from "../messages/use-messages.ts";
import { villageName } from "./shown-name.ts";

interface Props {
  village: ShownVillage;
  /** How many of the village are meant, where that matters. */
  count?: number | undefined;
}

/** A village's colour and pattern, always with its name. */
export function VillageBadge({ village, count }: Props) {
  const { masks } = useMessages();
  return (
    <span className="village-badge" data-village={village.colour}>
      <span className="village-swatch" aria-hidden="true" />
      {villageName(village, masks)}
      {count !== undefined && <span className="soft">{count}</span>}
    </span>
  );
}
