import { expect, test } from "vitest";
import { comingPlanOf, fieldsOf, noPlan, planOf, seasonOf } from "./plan-fields.ts";

const typed = {
  ...noPlan,
  title: "Forum Sinau",
  place: "Pendopo",
  day: "2026-11-23",
  from: "09:00",
  until: "12:00",
};

test("what is typed is WIB in whatever zone the device is, and is shown again as typed", () => {
  const plan = planOf(typed);
  expect(plan).toMatchObject({
    startsAt: Date.UTC(2026, 10, 23, 2),
    endsAt: Date.UTC(2026, 10, 23, 5),
  });
  if (typeof plan === "string") throw new Error(plan);
  expect(fieldsOf(plan)).toEqual(typed);
});

test("a forum of two days keeps both", () => {
  const plan = planOf({ ...typed, lastDay: "2026-11-24" });
  if (typeof plan === "string") throw new Error(plan);
  expect(plan.endsAt).toBe(Date.UTC(2026, 10, 24, 5));
  expect(fieldsOf(plan).lastDay).toBe("2026-11-24");
});

test.each([
  [{ day: "" }, "time-missing"],
  [{ until: "" }, "time-missing"],
  [{ until: "08:00" }, "ends-before-start"],
  [{ lastDay: "2026-12-24" }, "lasts-too-long"],
  [{ title: "  " }, "title-missing"],
  [{ title: "x".repeat(161) }, "title-too-long"],
  [{ place: "" }, "place-missing"],
])("with %j the form says %s", (changes, mistake) => {
  expect(planOf({ ...typed, ...changes })).toBe(mistake);
});

test("a forum to come is not over yet", () => {
  expect(comingPlanOf(typed, Date.UTC(2026, 10, 23, 3))).not.toBe("in-the-past");
  expect(comingPlanOf(typed, Date.UTC(2026, 10, 23, 6))).toBe("in-the-past");
});

test("the suggested name follows the chosen day, and today while there is none", () => {
  expect(seasonOf("2027-01-05", 0)).toEqual({ quarter: "I", year: "2027" });
  expect(seasonOf("", Date.UTC(2026, 10, 24))).toEqual({ quarter: "IV", year: "2026" });
});
