import { expect, test } from "vitest";
import { keptCode } from "./scanned-code.ts";

const now = 1_000_000_000;
const kept = (change: object = {}) =>
  JSON.stringify({ forumId: "forum", code: "123456", at: now - 60_000, ...change });

test("a scanned code is remembered while somebody signs in", () => {
  expect(keptCode(kept(), "forum", now)).toBe("123456");
});

test.each([
  ["none", null],
  ["another forum's", kept({ forumId: "another" })],
  ["one that works no more", kept({ at: now - 21 * 60_000 })],
  ["what is no code", kept({ code: 1 })],
  ["what is no JSON", "{"],
  ["what is nothing", "null"],
])("%s is not brought", (_, stored) => {
  expect(keptCode(stored, "forum", now)).toBeNull();
});
