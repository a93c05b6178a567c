/** A load process whose own timers are later than this measures itself, not the server. */
export const maxLagP99Ms = 20;

/**
 * Throws a run away whose event loop lagged and runs again, at most `repeats` times; a machine
 * that never gives a calm run gets its least late one, and the figure tells.
 */
export async function repeatIfLate<R extends { lagP99: number }>(
  run: () => Promise<R>,
  repeats: number,
): Promise<R> {
  let best = await run();
  for (let left = repeats; left > 0 && best.lagP99 > maxLagP99Ms; left--) {
    const again = await run();
    if (again.lagP99 < best.lagP99) best = again;
  }
  return best;
}
