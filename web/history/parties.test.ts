import { expect, test } from "vitest";
import { countParties } from "./parties.ts";
import { room, villager } from "./testing/compared.ts";

test("people of one village are one party; villages stand before offices and the room", () => {
  const office = { ...room, key: "f", office: "Kecamatan", isRoom: false };
  const authors = [room, office, villager("A"), villager("B"), villager("B", "2")];
  expect(countParties(authors.map((author) => ({ author })))).toMatchObject([
    { key: "village village-B", count: 2 },
    { key: "village village-A", count: 1 },
    { key: "office Kecamatan", count: 1 },
    { key: "room", count: 1 },
  ]);
});
