import { expect, test } from "vitest";
import { fromWib, quarterOf, toWib } from "./wib.ts";

test("nine in the morning in Binangun is two in the morning UTC, whatever the device's zone", () => {
  expect(fromWib("2026-11-23", "09:00")).toBe(Date.UTC(2026, 10, 23, 2));
  expect(fromWib("2026-11-23", "06:59")).toBe(Date.UTC(2026, 10, 22, 23, 59));
});

test("what was typed is shown again as it was typed, also over the turn of the year", () => {
  for (const [day, time] of [
    ["2026-11-23", "09:00"],
    ["2027-01-01", "00:00"],
    ["2026-12-31", "23:59"],
    ["2028-02-29", "06:30"],
  ] as const) {
    const at = fromWib(day, time);
    expect(at).not.toBeNull();
    expect(toWib(at ?? 0)).toEqual({ day, time });
  }
});

test.each([
  ["2026-02-31", "09:00"],
  ["2026-13-01", "09:00"],
  ["2026-11-23", "24:30"],
  ["", "09:00"],
  ["2026-11-23", ""],
  ["besok", "pagi"],
])("%j at %j is no moment", (day, time) => {
  expect(fromWib(day, time)).toBeNull();
});

test("a quarter begins at midnight in WIB", () => {
  expect(quarterOf(Date.UTC(2026, 8, 30, 16, 59))).toEqual({ quarter: 3, year: 2026 });
  expect(quarterOf(Date.UTC(2026, 8, 30, 17))).toEqual({ quarter: 4, year: 2026 });
  expect(quarterOf(Date.UTC(2026, 11, 31, 17))).toEqual({ quarter: 1, year: 2027 });
});
