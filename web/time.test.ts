import { expect, test } from "vitest";
import { en } from "./messages/en.ts";
import { id } from "./messages/id.ts";
import { formatForumTime, formatMoment } from "./time.ts";

const at = (text: string) => Date.parse(`${text}+07:00`);

test("a forum's time is one day with its hours in WIB", () => {
  const forum = { startsAt: at("2026-11-23T09:00"), endsAt: at("2026-11-23T12:00") };
  expect(formatForumTime(forum, id, "id")).toBe("Senin, 23 November 2026 pukul 09.00–12.00 WIB");
  expect(formatForumTime(forum, en, "en")).toBe("Monday, 23 November 2026, 09.00–12.00 WIB");
});

test("a forum over several days names both", () => {
  const forum = { startsAt: at("2026-11-23T09:00"), endsAt: at("2026-11-24T12:00") };
  expect(formatForumTime(forum, id, "id")).toBe(
    "Senin, 23 November 2026 pukul 09.00 WIB sampai Selasa, 24 November 2026 pukul 12.00 WIB",
  );
});

test("the day is the day in Java, not in London", () => {
  const forum = { startsAt: at("2026-11-23T05:00"), endsAt: at("2026-11-23T06:30") };
  expect(formatForumTime(forum, id, "id")).toContain("Senin, 23 November 2026 pukul 05.00–06.30");
});

test("a moment of today is said by its hour alone", () => {
  const now = at("2026-11-23T23:59");
  expect(formatMoment(at("2026-11-23T00:01"), now, id, "id")).toBe("pukul 00.01");
  expect(formatMoment(at("2026-11-22T10:42"), now, id, "id")).toBe(
    "Minggu, 22 November 2026 pukul 10.42",
  );
});
