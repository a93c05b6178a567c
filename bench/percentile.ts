/** The value below which `share` (0 to 1) of the values lie; null when there are none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5) ?? Number.NaN;
}
