import { describe, expect, it } from "vitest";
import { isPeriod, lastTwoYears, momentsOf, thisYear } from "./period.ts";

describe("a period", () => {
  it.each([
    ["2026-12-31T16:59:59Z", "2026"],
    ["2026-12-31T17:00:00Z", "2027"],
  ])("at %s this year is %s, as it is in WIB", (now, year) => {
    const period = thisYear(Date.parse(now));
    expect(period).toEqual({ from: `${year}-01-01`, to: `${year}-12-31` });
    expect(lastTwoYears(Date.parse(now))).toEqual({
      from: `${Number(year) - 1}-01-01`,
      to: period.to,
    });
  });

  it("holds its last day to the end", () => {
    const { startsAt, endsAt } = momentsOf({ from: "2026-03-01", to: "2026-03-01" });
    expect(new Date(startsAt).toISOString()).toBe("2026-02-28T17:00:00.000Z");
    expect(new Date(endsAt).toISOString()).toBe("2026-03-01T17:00:00.000Z");
  });

  it.each([
    ["2026-03-01", "2026-03-01", true],
    ["2026-03-02", "2026-03-01", false],
    ["2026-02-30", "2026-03-01", false],
    ["", "2026-03-01", false],
  ])("from %s to %s is one: %s", (from, to, is) => {
    expect(isPeriod({ from, to })).toBe(is);
  });
});
