import { expect, test } from "vitest";
import { countScales } from "../../domain/modules.ts";
import { averageOf, sumOf } from "./result-sums.ts";

const answer = (clear: number) => ({ clear, useful: 4, fitting: 4, applicable: 4 });

test("answers of several forums are counted together, and averaged in the reader's language", () => {
  const sum = sumOf([countScales([answer(4), answer(1)]), countScales([answer(3)])]);
  expect(sum.answers).toBe(3);
  expect(sum.scales.clear).toEqual([1, 0, 1, 1]);
  expect(averageOf(sum.scales.clear, "id")).toBe("2,7");
  expect(averageOf(sum.scales.clear, "en")).toBe("2.7");
  expect(averageOf(sumOf([]).scales.clear, "id")).toBe("–");
});
