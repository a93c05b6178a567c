import { expect, it } from "vitest";
import { formatNumber, readNumber } from "./read-number.ts";

it.each([
  ["12", 12],
  ["1.250", 1250],
  ["1.250.000,50", 1_250_000.5],
  ["Rp 1.250.000", 1_250_000],
  ["2,5", 2.5],
  ["2.5", 2.5],
  ["-3", -3],
  ["007", 7],
  ["", null],
  ["dua", null],
  ["1,250.5", null],
  ["12.50.000", null],
  ["1e9", null],
])("%s is read as %s", (text, number) => {
  expect(readNumber(text)).toBe(number);
});

it("is shown as it is written here", () => {
  expect(formatNumber(1_250_000.5)).toBe("1.250.000,5");
});
