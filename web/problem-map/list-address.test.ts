import { expect, it } from "vitest";
import { allProblems, filterIn, listAddress } from "./list-address.ts";

it.each([
  [{}, "/program/peta/masalah"],
  [{ theme: "tax", village: "35.05.16.2001" }, "/program/peta/masalah?tema=tax&desa=35.05.16.2001"],
  [{ village: "shared", order: "villages" }, "/program/peta/masalah?desa=shared&urut=villages"],
  [{ state: "setAside" }, "/program/peta/masalah?keadaan=setAside"],
] as const)("what %j asks for is read from its address again", (filter, address) => {
  expect(listAddress(filter)).toBe(address);
  expect(filterIn(new URL(address, "http://sinau.test").search)).toEqual({
    ...allProblems,
    ...filter,
  });
});

it("an address that asks for what there is not shows all", () => {
  expect(filterIn("?tema=cuaca&keadaan=hilang&urut=acak")).toEqual(allProblems);
});
