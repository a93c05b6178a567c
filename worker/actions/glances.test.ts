import { expect, it } from "vitest";
import type { ShownPerson } from "../../party/masks/shown-person.ts";
import { groupPresent } from "./glances.ts";

const villageA = { id: "a", name: "Desa Contoh A", colour: 0 };
const villageB = { id: "b", name: "Desa Contoh B", colour: 1 };

function person(name: string, from: { village?: typeof villageA; office?: string }): ShownPerson {
  return { personId: name, name, village: null, office: null, ...from };
}

it("groups who is present by village, then by office, each name once", () => {
  const office = "Kecamatan Contoh";
  expect(
    groupPresent([
      person("Fasilitator", { office }),
      person("Ani", { village: villageB }),
      person("Budi", { village: villageA }),
      person("Citra", { village: villageA }),
      person("Budi", { village: villageA }),
      person("Camat", { office }),
    ]),
  ).toEqual([
    { village: villageA, office: null, names: ["Budi", "Citra"] },
    { village: villageB, office: null, names: ["Ani"] },
    { village: null, office, names: ["Fasilitator", "Camat"] },
  ]);
});

it("finds nobody in an empty room", () => {
  expect(groupPresent([])).toEqual([]);
});

it("groups masks by their numbers, whatever order they came in", () => {
  const masked = (number: number, village: number | null): ShownPerson => ({
    personId: `mask-${number}`,
    number,
    village:
      village === null ? null : { id: `village-mask-${village}`, number: village, colour: 5 },
    office: null,
  });
  const groups = groupPresent([
    masked(700, null),
    masked(431, 10),
    masked(512, 2),
    masked(118, 10),
  ]);
  expect(
    groups.map(({ village, names }) => [village && "number" in village && village.number, names]),
  ).toEqual([
    [2, [512]],
    [10, [118, 431]],
    [null, [700]],
  ]);
});
