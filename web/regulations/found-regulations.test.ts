import { expect, test } from "vitest";
import { foundRegulations } from "./found-regulations.ts";

const facts = { inForceSince: null, withdrawnOn: null };
const one = { ...facts, kind: "Perdes", number: "3", year: 2024, about: "Contoh Anggaran" };
const two = { ...facts, kind: "Perbup", number: "14A", year: 2024, about: "Contoh Aset" };

test.each([
  ["", [one, two]],
  ["2024", [one, two]],
  ["perdes 3/2024", [one]],
  ["Perdes nomor 3 tahun 2024", [one]],
  ["14a aset", [two]],
  ["2019", []],
])("%j finds by name and subject", (search, found) => {
  expect(foundRegulations([one, two], search)).toEqual(found);
});
