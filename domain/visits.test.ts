import { expect, test } from "vitest";
import { type Visit, visitAt } from "./visits.ts";

const minute = 60_000;

test("the first visit has none before it", () => {
  expect(visitAt(null, 5)).toEqual({ since: null, lastSeenAt: 5 });
});

test("a reload, however often, does not move the last visit", () => {
  let visit: Visit = { since: 100, lastSeenAt: 500 };
  for (let times = 1; times <= 20; times += 1) visit = visitAt(visit, 500 + times * 100 * minute);
  expect(visit.since).toBe(100);
});

test("whoever was away for two hours is told what came since they left", () => {
  const left = 1_000;
  expect(visitAt({ since: 100, lastSeenAt: left }, left + 120 * minute)).toEqual({
    since: left,
    lastSeenAt: left + 120 * minute,
  });
});
