import { expect, test } from "vitest";
import { askAgainAt } from "./outcomes.ts";

test.each([
  ["2026-11-23T09:00:00+07:00", "2027-02-23T02:00:00.000Z"],
  ["2026-11-30T09:00:00+07:00", "2027-02-28T02:00:00.000Z"],
  ["2027-01-31T23:30:00+07:00", "2027-04-30T16:30:00.000Z"],
])("what was written at %s is asked about again at %s", (writtenAt, asked) => {
  expect(new Date(askAgainAt(Date.parse(writtenAt))).toISOString()).toBe(asked);
});
