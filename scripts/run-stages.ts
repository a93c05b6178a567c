import { Failure, fileFailure } from "./failure.ts";
import type { Stage } from "./stages.ts";
import type { TestCount } from "./test-count.ts";

/** Runs every stage, whatever the ones before it found; the last line printed is the sum. */
export async function runStages(stages: readonly Stage[]): Promise<number> {
  const sum: TestCount = { passed: 0, failed: 0 };
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const startedAt = performance.now();
    const count = await runOne(stage);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    sum.passed += count.passed;
    sum.failed += count.failed;
    console.log(`${count.failed === 0 ? "✓" : "✗"} ${inNumbers(count)}${seconds} s`);
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

/** A stage that cannot run has failed; the stages after it still run. */
async function runOne(stage: Stage): Promise<TestCount> {
  try {
    return await stage.run();
  } catch (error) {
    const failure = error instanceof Failure ? error : fileFailure(error);
    console.log(failure === null ? error : `${failure.id}\n${failure.en}`);
    return { passed: 0, failed: 1 };
  }
}

function inNumbers({ passed, failed }: TestCount): string {
  return passed + failed === 0 ? "" : `${passed} passed, ${failed} failed, `;
}
