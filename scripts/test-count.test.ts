import { describe, expect, test } from "vitest";
import { countPlaywright, countVitest } from "./test-count.ts";

const vitestReport = (passed: number, failed: number, skipped = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
});
const playwrightReport = (expected: number, unexpected: number, skipped = 0, flaky = 0) => ({
  stats: { expected, unexpected, skipped, flaky },
});

describe.each([
  ["vitest", vitestReport, countVitest],
  ["playwright", playwrightReport, countPlaywright],
])("with a report of %s", (_name, report, count) => {
  test.each([
    ["passed and failed tests are counted as they are", report(5, 2), 1, [5, 2]],
    ["a skipped test has failed", report(5, 0, 1), 0, [5, 1]],
    ["a run without tests has failed", report(0, 0), 0, [0, 1]],
    ["a run that ends badly with every test passed has failed", report(5, 0), 1, [5, 1]],
    ["a run that leaves no report has failed", null, 0, [0, 1]],
  ])("%s", (_rule, data, exitCode, [passed, failed]) => {
    expect(count(data, exitCode)).toEqual({ passed, failed });
  });
});

test("a browser's test that passes only at the second try has passed", () => {
  expect(countPlaywright(playwrightReport(3, 0, 0, 1), 0)).toEqual({ passed: 4, failed: 0 });
});
