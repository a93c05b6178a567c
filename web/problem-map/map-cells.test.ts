import { expect, it } from "vitest";
import { themes } from "../../domain/statuses.ts";
import { rowsOf, sumsOfVillages } from "./map-cells.ts";
import type { MapData } from "./map-query.ts";

const [tax, assets] = [themes.indexOf("tax"), themes.indexOf("assets")];
const village = (name: string, colour: number) => ({ id: name, name, colour });
const data: MapData = {
  villages: [village("A", 0), village("B", 1)],
  cells: [
    [assets, 1, 2, 9],
    [tax, 0, 1, 12],
    [tax, 1, 3, 15],
  ],
  themes: [
    [assets, 3, 9, 1],
    [tax, 3, 15, 0],
  ],
  ...{ shared: [], sharedCount: 0, living: 6, setAside: 0, vote: null, mayEdit: false },
};

it("rows stand in the programme's order of themes, with a cell for each village", () => {
  expect(rowsOf(data)).toEqual([
    {
      ...{ theme: "tax", sum: { count: 3, weight: 15 }, without: 0 },
      cells: [
        { count: 1, weight: 12 },
        { count: 3, weight: 15 },
      ],
    },
    {
      ...{ theme: "assets", sum: { count: 3, weight: 9 }, without: 1 },
      cells: [null, { count: 2, weight: 9 }],
    },
  ]);
});

it("a village's sum is that of its cells", () => {
  expect(sumsOfVillages(rowsOf(data), 2)).toEqual([1, 5]);
});
