import { expect, it } from "vitest";
import { areInOrder, stageState } from "./stage-state.ts";

const today = "2026-06-15";

it.each([
  [null, null, null, "unplanned"],
  ["2026-06-15", null, null, "planned"],
  ["2026-06-14", null, null, "late"],
  ["2026-06-14", "2026-06-15", null, "begun"],
  [null, "2026-06-16", null, "unplanned"],
  [null, "2026-06-01", "2026-06-15", "done"],
  // What is to come proves nothing yet.
  [null, "2026-06-01", "2026-06-16", "begun"],
] as const)("planned %s, begun %s, done %s is %s", (plannedOn, begunOn, doneOn, state) => {
  expect(stageState({ plannedOn, begunOn, doneOn }, today)).toBe(state);
});

it.each([
  [null, null, true],
  ["2026-06-01", null, true],
  ["2026-06-01", "2026-06-01", true],
  ["2026-06-02", "2026-06-01", false],
  [null, "2026-06-01", false],
])("begun %s and done %s can be true: %s", (begunOn, doneOn, is) => {
  expect(areInOrder({ plannedOn: null, begunOn, doneOn })).toBe(is);
});
