import { expect, test } from "vitest";
import { countScales } from "../../domain/modules.ts";
import { averageOf, sumOf } from "./result-sums.ts";

const answer = (clear: number) => ({ clear, useful: 4, fitting: 4, applicable: 4 });

test("answers of several forums are counted together, without those that are too few, and averaged in the reader's language", () => {
  const [first, second] = [[4, 1, 1].map(answer), [3, 3, 4].map(answer)];
  const sum = sumOf([countScales(first), countScales(second), countScales([answer(2)])]);
  expect(sum.answers).toBe(6);
  expect(sum.scales.clear).toEqual([2, 0, 2, 2]);
  expect(averageOf(sum.scales.clear, "id")).toBe("2,7");
  expect(averageOf(sum.scales.clear, "en")).toBe("2.7");
  expect(averageOf(sumOf([]).scales.clear, "id")).toBe("–");
});
