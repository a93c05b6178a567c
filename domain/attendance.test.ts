import { expect, test } from "vitest";
import {
  type AttendanceMoment,
  attendanceMoment,
  countAttendance,
  quorumOf,
} from "./attendance.ts";
import type { ForumStatus } from "./statuses.ts";

/** Monday, 23 November 2026, 09.00 to 12.00 WIB. */
const startsAt = Date.parse("2026-11-23T02:00:00Z");
const endsAt = Date.parse("2026-11-23T05:00:00Z");

test.each<[ForumStatus, string, AttendanceMoment]>([
  ["planned", "2026-11-23T02:00:00Z", "notYet"],
  ["invited", "2026-11-22T16:59:59Z", "notYet"],
  ["invited", "2026-11-22T17:00:00Z", "open"],
  ["invited", "2026-11-23T16:59:59Z", "open"],
  ["invited", "2026-11-23T17:00:00Z", "correctable"],
  ["inSession", "2026-11-01T00:00:00Z", "open"],
  ["inSession", "2026-12-24T00:00:00Z", "open"],
  ["ended", "2026-11-23T05:00:00Z", "correctable"],
  ["ended", "2026-11-30T04:59:59Z", "correctable"],
  ["ended", "2026-11-30T05:00:00Z", "over"],
  ["cancelled", "2026-11-23T02:00:00Z", "cancelled"],
])("the list of a forum that is %s at %s is %s", (status, now, moment) => {
  expect(attendanceMoment({ status, startsAt, endsAt }, Date.parse(now))).toBe(moment);
});

test("a list adds up", () => {
  const statuses = ["present", "present", "excused", "absent", null, null, null] as const;
  expect(countAttendance(statuses.map((status) => ({ status })))).toEqual({
    present: 2,
    excused: 1,
    absent: 1,
    unseen: 3,
  });
});

const twelve = Array.from({ length: 12 }, (_, place) => `village-${place}`);
const from = (...villageIds: (string | null)[]) =>
  villageIds.map((villageId) => ({ villageId, status: "present" as const }));

test.each([
  ["nobody", twelve, [], { present: 0, invited: 12, isReached: false }],
  [
    "half of them",
    twelve,
    from(...twelve.slice(0, 6)),
    { present: 6, invited: 12, isReached: false },
  ],
  ["one more", twelve, from(...twelve.slice(0, 7)), { present: 7, invited: 12, isReached: true }],
  [
    "two of one village",
    twelve.slice(0, 3),
    from("village-0", "village-0"),
    { present: 1, invited: 3, isReached: false },
  ],
  [
    "offices and villages that were not invited",
    ["village-0"],
    from(null, "village-9"),
    { present: 0, invited: 1, isReached: false },
  ],
  ["no village invited", [], from(null), { present: 0, invited: 0, isReached: false }],
])("the quorum with %s", (_, villages, people, expected) => {
  expect(quorumOf(villages, people)).toEqual(expected);
});

test("who is excused does not stand for a village", () => {
  const people = [{ villageId: "village-0", status: "excused" as const }];
  expect(quorumOf(["village-0"], people).present).toBe(0);
});
