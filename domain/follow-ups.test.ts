import { expect, test } from "vitest";
import { byDueDate, daysLeft, followUpState, isPressing } from "./follow-ups.ts";
import type { FollowUpStatus } from "./statuses.ts";
import { dayInWib, isDay } from "./wib.ts";

const at = (text: string) => Date.parse(text);

test.each([
  ["2026-12-31T16:59:59.999Z", "2026-12-31"],
  ["2026-12-31T17:00:00.000Z", "2027-01-01"],
  ["2026-12-30T17:00:00.000Z", "2026-12-31"],
  ["2028-02-28T17:00:00.000Z", "2028-02-29"],
])("at %s it is %s in WIB", (moment, day) => {
  expect(dayInWib(at(moment))).toBe(day);
});

test.each<[FollowUpStatus, string | null, string, string]>([
  ["notStarted", "2026-12-31", "2026-12-31T16:59:59.999Z", "notStarted"],
  ["notStarted", "2026-12-31", "2026-12-31T17:00:00.000Z", "overdue"],
  ["inProgress", "2026-12-31", "2026-12-31T16:59:59.999Z", "inProgress"],
  ["inProgress", "2026-12-31", "2026-12-31T17:00:00.000Z", "overdue"],
  ["inProgress", "2026-12-31", "2026-12-01T00:00:00.000Z", "inProgress"],
  ["done", "2026-12-31", "2027-06-01T00:00:00.000Z", "done"],
  ["notStarted", null, "2027-06-01T00:00:00.000Z", "notStarted"],
])("%s and due %s is, at %s, %s", (status, dueDate, now, state) => {
  expect(followUpState({ status, dueDate }, at(now))).toBe(state);
});

test.each([
  ["2026-12-31", "2026-12-31T16:59:59.999Z", 0],
  ["2026-12-31", "2026-12-31T17:00:00.000Z", -1],
  ["2027-01-03", "2026-12-31T01:00:00.000Z", 3],
  ["2026-12-26", "2026-12-31T01:00:00.000Z", -5],
])("until %s there are, at %s, %i days", (dueDate, now, days) => {
  expect(daysLeft(dueDate, at(now))).toBe(days);
});

test.each<[string, FollowUpStatus, string | null, boolean]>([
  ["fourteen days ahead", "notStarted", "2026-12-15", true],
  ["fifteen days ahead", "notStarted", "2026-12-16", false],
  ["long past", "inProgress", "2026-10-01", true],
  ["done, though long past", "done", "2026-10-01", false],
  ["without a day", "notStarted", null, false],
])("a village is reminded of what is %s", (_, status, dueDate, isReminded) => {
  expect(isPressing({ status, dueDate }, at("2026-12-01T03:00:00Z"))).toBe(isReminded);
});

test.each(["2026-02-30", "2026-13-01", "31-12-2026", "2026-1-1", "", "2026-12-31T00:00"])(
  "%j is no day",
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test("the 29th of February is a day where there is one", () => {
  expect([isDay("2028-02-29"), isDay("2027-02-29")]).toEqual([true, false]);
});

test("what is due first comes first, and what has no day comes last", () => {
  const days = ["2027-01-01", null, "2026-12-31"].map((dueDate) => ({ dueDate }));
  expect(days.toSorted(byDueDate).map(({ dueDate }) => dueDate)).toEqual([
    "2026-12-31",
    "2027-01-01",
    null,
  ]);
});
