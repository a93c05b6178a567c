import { expect, test } from "vitest";
import { type CalendarEvent, calendarText } from "./calendar.ts";

const event: CalendarEvent = {
  id: "f1",
  title: "Forum Sinau; pagu, dan SiLPA \\ 2027",
  place: "Balai Desa Contoh A",
  startsAt: Date.UTC(2026, 10, 23, 2),
  endsAt: Date.UTC(2026, 10, 23, 5),
  isCancelled: false,
  revision: 3,
  address: "https://sinau.example/forum/f1",
};
const now = Date.UTC(2026, 10, 20, 1, 2, 3);
const written = (...events: CalendarEvent[]) =>
  calendarText({ name: "Forum Sinau", host: "sinau.example", events, now });
/** As a calendar reads it. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("09.00 WIB is 02.00 UTC, and a forum has a name of its own in the world", () => {
  expect(unfolded(written(event))).toEqual(
    expect.arrayContaining([
      "UID:forum-f1@sinau.example",
      "DTSTAMP:20261120T010203Z",
      "SEQUENCE:3",
      "DTSTART:20261123T020000Z",
      "DTEND:20261123T050000Z",
      "STATUS:CONFIRMED",
      "URL:https://sinau.example/forum/f1",
    ]),
  );
});

test("signs that mean something in a calendar are escaped, and lines stay one", () => {
  const lines = unfolded(written({ ...event, place: "Balai\r\nSTATUS:CANCELLED\u0007" }));
  expect(lines).toContain("SUMMARY:Forum Sinau\\; pagu\\, dan SiLPA \\\\ 2027");
  expect(lines).toContain("LOCATION:Balai STATUS:CANCELLED");
  expect(lines).not.toContain("STATUS:CANCELLED");
});

test("a cancelled forum stays and says so", () => {
  expect(unfolded(written({ ...event, isCancelled: true }))).toContain("STATUS:CANCELLED");
});

test("no line is longer than 75 bytes, and no letter is cut in two", () => {
  const title = "Musyawarah “perencanaan” 🏡 ".repeat(12).trim();
  const text = written({ ...event, title });
  const bytes = text.split("\r\n").map((line) => new TextEncoder().encode(line).byteLength);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  expect(Math.max(...bytes)).toBeGreaterThan(70);
  expect(unfolded(text)).toContain(`SUMMARY:${title}`);
});

test("every line ends as the format wants it, and an empty calendar is one too", () => {
  expect(written()).toMatch(/^BEGIN:VCALENDAR\r\n(?:[^\r\n]+\r\n)+END:VCALENDAR\r\n$/);
  expect(written(event).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});
