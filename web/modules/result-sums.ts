import { evaluationScales, type ScaleCounts } from "../../domain/modules.ts";

export type Scales = NonNullable<ScaleCounts["scales"]>;

/** What several forums' answers come to together, of those that are shown. */
export function sumOf(parts: readonly ScaleCounts[]): { answers: number; scales: Scales } {
  const sum = {
    answers: 0,
    scales: {
      clear: [0, 0, 0, 0],
      useful: [0, 0, 0, 0],
      fitting: [0, 0, 0, 0],
      applicable: [0, 0, 0, 0],
    } as Scales,
  };
  for (const { answers, scales } of parts) {
    if (scales === null) continue;
    sum.answers += answers;
    for (const scale of evaluationScales) {
      sum.scales[scale] = sum.scales[scale].map(
        (count, index) => count + (scales[scale][index] ?? 0),
      );
    }
  }
  return sum;
}

/** "3,5": the mean step, from 1 on; "–" where nobody answered. */
export function averageOf(counts: readonly number[], language: "id" | "en"): string {
  const answers = counts.reduce((a, b) => a + b, 0);
  if (answers === 0) return "–";
  const mean = counts.reduce((total, count, index) => total + count * (index + 1), 0) / answers;
  return mean.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
