/** How long the whole record plays, in ms. */
export const playMs = { slow: 120_000, normal: 45_000, fast: 15_000 } as const;
export type Speed = keyof typeof playMs;

/**
 * The place to show next. Time that an answer took counts too, so that a slow connection shows fewer
 * moments and not a longer film; at least one change further, and never beyond the end.
 */
export function nextPlace(place: number, last: number, elapsedMs: number, speed: Speed): number {
  const step = Math.round((last * elapsedMs) / playMs[speed]);
  return Math.min(last, place + Math.max(1, step));
}
