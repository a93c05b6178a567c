import { levelOf } from "../../domain/problems/scales.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { followLink } from "./follow-link.ts";
import { listAddress } from "./list-address.ts";
import { type MapCell, type MapRow, sumsOfVillages } from "./map-cells.ts";
import type { MapData } from "./map-query.ts";
import type { ProblemFilter } from "./problem-query.ts";
import { WeightBars } from "./WeightBars.tsx";

interface Props {
  villages: MapData["villages"];
  rows: readonly MapRow[];
}

/** Themes down, villages across; each number leads to its problems. */
export function MapTable({ villages, rows }: Props) {
  const { map: words } = useProblemMessages();
  const { themes } = useMessages();
  const sums = sumsOfVillages(rows, villages.length);
  const hasNameless = rows.some(({ without }) => without > 0);
  return (
    <div className="map-scroll">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click */}
      <table className="map-table" onClick={followLink}>
        <caption className="only-read-aloud">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.theme}</th>
            {villages.map((village) => (
              <th
                key={village.id}
                scope="col"
                className="map-village"
                data-village={village.colour}
              >
                <span className="map-village-name">{village.name}</span>
                <span className="village-swatch" aria-hidden="true" />
              </th>
            ))}
            {hasNameless && (
              <th scope="col" className="map-village">
                <span className="map-village-name">{words.without}</span>
              </th>
            )}
            <th scope="col" className="map-sum">
              {words.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ theme, cells, sum, without }) => (
            <tr key={theme}>
              <th scope="row">{themes[theme]}</th>
              {cells.map((cell, at) => {
                const village = villages[at];
                const name = village?.name ?? "";
                return (
                  <Cell
                    key={village?.id}
                    cell={cell}
                    of={`${themes[theme]}, ${name}`}
                    filter={{ theme, village: village?.id ?? null }}
                  />
                );
              })}
              {hasNameless && (
                <td>
                  {without > 0 && (
                    <a className="map-cell" href={listAddress({ theme, village: "none" })}>
                      {without}
                    </a>
                  )}
                </td>
              )}
              <Cell cell={sum} of={themes[theme]} filter={{ theme }} isSum />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sumOfVillage}</th>
            {villages.map((village, at) => (
              <td key={village.id}>
                <a
                  className="map-cell"
                  href={listAddress({ village: village.id })}
                  aria-label={words.villageCount(village.name, sums[at] ?? 0)}
                >
                  {sums[at]}
                </a>
              </td>
            ))}
            <td colSpan={hasNameless ? 2 : 1} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CellProps {
  cell: MapCell | null;
  of: string;
  filter: Partial<ProblemFilter>;
  isSum?: boolean;
}

function Cell({ cell, of, filter, isSum = false }: CellProps) {
  const { map: words, levels } = useProblemMessages();
  if (cell === null) {
    return (
      <td className="map-none">
        <span aria-hidden="true">·</span>
        <span className="only-read-aloud">{words.none}</span>
      </td>
    );
  }
  const level = levelOf(cell.weight);
  return (
    <td className={isSum ? "map-sum" : undefined}>
      <a
        className="map-cell"
        data-level={level}
        href={listAddress(filter)}
        aria-label={`${of}: ${words.cell(cell.count, levels[level])}`}
      >
        {cell.count}
        <WeightBars level={level} />
      </a>
    </td>
  );
}
