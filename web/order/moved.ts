/** The same things with the one at `from` at `to`. */
export function moved<T>(things: readonly T[], from: number, to: number): T[] {
  const rest = things.filter((_, place) => place !== from);
  const thing = things[from];
  return thing === undefined ? rest : rest.toSpliced(to, 0, thing);
}

/** Where a row lands whose middle was dragged to `at`, by the middles of all rows. */
export function placeAt(middles: readonly number[], from: number, at: number): number {
  return middles.filter((middle, place) => place !== from && middle < at).length;
}
