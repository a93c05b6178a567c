import { expect, it } from "vitest";
import type { RoomPerson } from "../../party/room-person.ts";
import { groupPresent } from "./glances.ts";

const villageA = { id: "a", name: "Desa Contoh A", colour: 0 };
const villageB = { id: "b", name: "Desa Contoh B", colour: 1 };

function person(name: string, from: Partial<RoomPerson>): RoomPerson {
  return {
    personId: name,
    name,
    village: null,
    office: null,
    mayWrite: true,
    isFrozen: false,
    lanes: [],
    sessionId: name,
    sessionEndsAt: 0,
    decidedAt: 0,
    ...from,
  };
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
