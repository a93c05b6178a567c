import { expect, test } from "vitest";
import { citationAddress, citedRegulation } from "./citations.ts";

const id = "0b0f5b7e-1111-4222-8333-444455556666";

test("the address of a citation names its regulation", () => {
  expect(citedRegulation(citationAddress(id))).toBe(id);
});

test.each([
  "https://peraturan.go.id",
  "/program/regulasi/",
  `/program/regulasi/${id}/lain`,
  `/program/regulasi/${id}?a=b`,
  `https://elsewhere.test/program/regulasi/${id}`,
  `//program/regulasi/${id}`,
  null,
  7,
])("%j cites nothing", (href) => {
  expect(citedRegulation(href)).toBeNull();
});
