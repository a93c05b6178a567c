import type { Level } from "../../domain/problems/scales.ts";

const bars = ["M0 8h4v4H0z", "M5.500 4h4v8h-4z", "M11 0h4v12h-4z"];
const outlines = ["", "M6 4.500h3v7H6z", "M11.500.500h3v11h-3z"];
/** How many bars are filled. */
const filled: Record<Level, number> = { light: 1, medium: 2, heavy: 3 };

/** One to three bars: how heavy, to the eye alone. The words stand beside it or in its label. */
export function WeightBars({ level }: { level: Level }) {
  const count = filled[level];
  return (
    <svg className="weight-bars" viewBox="0 0 15 12" aria-hidden="true">
      <path d={bars.slice(0, count).join("")} />
      {count < bars.length && <path className="empty" d={outlines.slice(count).join("")} />}
    </svg>
  );
}
