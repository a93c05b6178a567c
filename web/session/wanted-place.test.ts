import { expect, test } from "vitest";
import { wantedPlace } from "./wanted-place.ts";

const now = 1_000_000_000;
const wanted = (path: unknown, at: unknown = now - 1000) => JSON.stringify({ path, at });

test("after signing in a person goes where they wanted to go", () => {
  expect(wantedPlace(wanted("/dokumen/abc-1_2"), now)).toBe("/dokumen/abc-1_2");
});

test.each([
  ["nothing was wanted", null],
  ["it is no JSON", "{"],
  ["it is something else", "3"],
  ["it was wanted more than an hour ago", wanted("/forum/1", now - 3_600_001)],
  ["it has no time", wanted("/forum/1", "soon")],
  ["it names another host", wanted("//elsewhere.example")],
  ["it is a whole address", wanted("https://elsewhere.example")],
  ["it hides a host behind a backslash", wanted("/\\elsewhere.example")],
])("the home page is the place when %s", (_, stored) => {
  expect(wantedPlace(stored, now)).toBe("/");
});
