import { type Level, levels } from "../../domain/problems/scales.ts";

/** One to three bars: how heavy, to the eye alone. The words stand beside it or in its label. */
export function WeightBars({ level }: { level: Level }) {
  const count = levels.indexOf(level) + 1;
  return (
    <svg className="weight-bars" viewBox="0 0 15 12" aria-hidden="true" data-level={level}>
      {levels.map((each, at) => (
        <rect
          key={each}
          className={at < count ? "weight-bar" : "weight-bar-empty"}
          x={at * 5 + 0.5}
          y={8 - at * 4 + 0.5}
          width="3.5"
          height={3 + at * 4}
        />
      ))}
    </svg>
  );
}
