import { expect, test } from "vitest";
import { namedAtEnd } from "./named-at-end.ts";

const facts = { inForceSince: null, withdrawnOn: null };
const perdes = { ...facts, kind: "Perdes", number: "3", year: 2024 };
const desa = { ...facts, kind: "Kep. Perdes", number: "3", year: 2024 };
const all = [perdes, desa];

test.each([
  ["sesuai Perdes 3/2024", perdes, 13],
  ["SESUAI PERDES NOMOR 3 TAHUN 2024", perdes, 25],
  ["(Perdes 3/2024", perdes, 13],
  ["sesuai Kep. Perdes 3/2024", desa, 18],
])("“%s” ends with the name of a regulation", (text, regulation, length) => {
  expect(namedAtEnd(text, all)).toEqual({ regulation, length });
});

test.each(["Perdes 3/2024 ", "xPerdes 3/2024", "Perdes 13/2024", "3/2024", ""])(
  "“%s” does not",
  (text) => expect(namedAtEnd(text, all)).toBeNull(),
);
