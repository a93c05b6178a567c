import { levelOf } from "../../domain/problems/scales.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { followLink } from "./follow-link.ts";
import { listAddress } from "./list-address.ts";
import type { MapRow } from "./map-cells.ts";
import type { MapData } from "./map-query.ts";
import { WeightBars } from "./WeightBars.tsx";

interface Props {
  villages: MapData["villages"];
  rows: readonly MapRow[];
}

/** The same as the table, for a phone: a theme each, with its villages. */
export function MapList({ villages, rows }: Props) {
  const { map: words, levels } = useProblemMessages();
  const { themes } = useMessages();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click
    <ul className="map-list" onClick={followLink}>
      {rows.map(({ theme, cells, sum, without }) => (
        <li key={theme} className="map-theme">
          <h2>
            <a href={listAddress({ theme })}>{themes[theme]}</a>
          </h2>
          <p className="map-theme-sum small">
            <WeightBars level={levelOf(sum.weight)} />
            {words.cell(sum.count, levels[levelOf(sum.weight)])}
          </p>
          <ul className="map-chips">
            {villages.map((village, at) => {
              const cell = cells[at];
              if (!cell) return null;
              const level = levelOf(cell.weight);
              return (
                <li key={village.id}>
                  <a
                    className="map-chip"
                    data-village={village.colour}
                    href={listAddress({ theme, village: village.id })}
                    aria-label={`${village.name}: ${words.cell(cell.count, levels[level])}`}
                  >
                    <span className="village-swatch" aria-hidden="true" />
                    {village.name}
                    <strong>{cell.count}</strong>
                    <WeightBars level={level} />
                  </a>
                </li>
              );
            })}
            {without > 0 && (
              <li>
                <a className="map-chip" href={listAddress({ theme, village: "none" })}>
                  {words.without}
                  <strong>{without}</strong>
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
