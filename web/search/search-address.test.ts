import { expect, it } from "vitest";
import {
  isNarrowed,
  noChoice,
  readAddress,
  type SearchAddress,
  searchPath,
  writeAddress,
} from "./search-address.ts";

it("an address says what is looked for, and is read as it was written", () => {
  const address: SearchAddress = {
    q: '"kas desa" & pajak',
    kind: "practice",
    theme: "tax",
    village: "35.05",
    year: "2027",
    status: "signed",
  };
  expect(readAddress(writeAddress(address))).toEqual(address);
  expect(searchPath("kas & desa")).toBe("/cari?q=kas+%26+desa");
});

it("what there is not counts as nothing", () => {
  const search = new URLSearchParams("jenis=x&tema=y&tahun=20270&status=&desa=");
  expect(readAddress(search)).toEqual({ q: "", ...noChoice });
  expect(isNarrowed(readAddress(search))).toBe(false);
  expect(isNarrowed({ q: "", ...noChoice, theme: "tax" })).toBe(true);
});
