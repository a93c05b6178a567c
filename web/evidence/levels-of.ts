import type { Indicator } from "./evidence-query.ts";

type Level = readonly [number: number, words: string];

/** The levels to choose from, from 1 on; none where an indicator says but one thing. */
export function levelsOf({
  level1,
  level2,
  level3,
}: Pick<Indicator, "level1" | "level2" | "level3">): Level[] {
  if (level1 === "" && level2 === "") return [];
  const levels: Level[] = [
    [1, level1],
    [2, level2],
    [3, level3],
  ];
  return levels.filter(([, words]) => words !== "");
}
