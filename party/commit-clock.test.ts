import { expect, test } from "vitest";
import { CommitClock } from "./commit-clock.ts";

const noon = Date.UTC(2026, 10, 23, 5);

function clock(rowsPerDay = 1000) {
  return new CommitClock({ windowMs: 500, rowsPerDay }, () => {});
}

test("people write with a window of 500 ms, and 600 ms after a minute without a pause", () => {
  const commits = clock();
  for (let at = noon; at < noon + 61_000; at += 500) {
    commits.soon(at);
    commits.done(at, 0);
  }
  expect(commits.windowMs(noon + 30_000)).toBe(500);
  expect(commits.windowMs(noon + 61_000)).toBe(600);
});

test("a pause makes the writing fresh again", () => {
  const commits = clock();
  for (let at = noon; at < noon + 61_000; at += 500) {
    commits.soon(at);
    commits.done(at, 0);
  }
  commits.soon(noon + 120_000);
  expect(commits.windowMs(noon + 120_000)).toBe(500);
  commits.done(noon + 120_000, 0);
});

test("the window widens as the day's rows run out, and narrows with the new day", () => {
  const commits = clock();
  commits.resume(noon, 699);
  expect(commits.windowMs(noon)).toBe(500);
  commits.done(noon, 1);
  expect(commits.windowMs(noon)).toBe(2000);
  commits.done(noon, 200);
  expect(commits.windowMs(noon)).toBe(5000);
  expect(commits.windowMs(Date.UTC(2026, 10, 24, 0, 0, 1))).toBe(500);
});
