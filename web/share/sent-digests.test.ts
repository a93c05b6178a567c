import { expect, test } from "vitest";
import { mondayOf } from "./sent-digests.ts";

test.each([
  ["2026-11-29T20:00:00+07:00", "2026-11-23"],
  ["2026-11-30T00:00:00+07:00", "2026-11-30"],
  ["2026-11-29T23:59:59+07:00", "2026-11-23"],
  ["2026-12-03T09:00:00+07:00", "2026-11-30"],
  ["1970-01-01T07:00:00+07:00", "1969-12-29"],
])("the week of %s begins on Monday %s, in WIB", (at, monday) => {
  expect(mondayOf(Date.parse(at))).toBe(monday);
});
