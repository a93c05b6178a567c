import { z } from "zod";

export interface TestCount {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Vitest's report as numbers, by the rules of `countStrictly`. */
export function countVitest(report: unknown, exitCode: number): TestCount {
  const { data } = vitestReport.safeParse(report);
  if (data === undefined) return { passed: 0, failed: 1 };
  return countStrictly({
    passed: data.numPassedTests,
    failed: data.numFailedTests,
    skipped: data.numPendingTests + data.numTodoTests,
    exitCode,
  });
}

/**
 * Playwright's report as numbers, by the rules of `countStrictly`; what passed only at the second
 * try has passed, and Playwright's own list names it (docs/decisions/0030).
 */
export function countPlaywright(report: unknown, exitCode: number): TestCount {
  const { data } = playwrightReport.safeParse(report);
  if (data === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = data.stats;
  return countStrictly({ passed: expected + flaky, failed: unexpected, skipped, exitCode });
}

/**
 * Nothing passes by not being run: each skipped test counts as failed, and so do a run without any
 * test and one that ended badly although every test passed (a file that does not load).
 */
function countStrictly(run: {
  passed: number;
  failed: number;
  skipped: number;
  exitCode: number;
}): TestCount {
  const failed = run.failed + run.skipped;
  const isEmpty = run.passed + failed === 0;
  const endedBadly = run.exitCode !== 0 && failed === 0;
  return { passed: run.passed, failed: isEmpty || endedBadly ? failed + 1 : failed };
}
