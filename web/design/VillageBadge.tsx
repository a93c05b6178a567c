import type { VillageBadge as Village } from "../../party/room-person.ts";

interface Props {
  village: Village;
  /** How many of the village are meant, where that matters. */
  count?: number | undefined;
}

/** A village's colour and pattern, always with its name. */
export function VillageBadge({ village, count }: Props) {
  return (
    <span className="village-badge" data-village={village.colour}>
      <span className="village-swatch" aria-hidden="true" />
      {village.name}
      {count !== undefined && <span className="soft">{count}</span>}
    </span>
  );
}
