import { type Theme, themes } from "../../domain/statuses.ts";
import type { MapData } from "./map-query.ts";

export interface MapCell {
  count: number;
  weight: number;
}

export interface MapRow {
  theme: Theme;
  sum: MapCell;
  /** How many have no village that is shown. */
  without: number;
  /** In the order of the villages; null where there is nothing. */
  cells: (MapCell | null)[];
}

/** The answer's short form as a table: the themes that have problems, in the programme's order. */
export function rowsOf(data: MapData): MapRow[] {
  const cellAt = new Map(
    data.cells.map(([theme, village, count, weight]) => [`${theme} ${village}`, { count, weight }]),
  );
  return data.themes
    .toSorted(([one], [other]) => one - other)
    .flatMap(([at, count, weight, without]) => {
      const theme = themes[at];
      if (theme === undefined) return [];
      const cells = data.villages.map((_, village) => cellAt.get(`${at} ${village}`) ?? null);
      return [{ theme, without, cells, sum: { count, weight } }];
    });
}

/** Of each village, over all themes: every problem has one theme, so that none counts twice. */
export function sumsOfVillages(rows: readonly MapRow[], villageCount: number): number[] {
  return Array.from({ length: villageCount }, (_, at) =>
    rows.reduce((sum, { cells }) => sum + (cells[at]?.count ?? 0), 0),
  );
}
