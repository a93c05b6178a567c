/**
 * Does something `perSecond` times a second for some seconds, as people do: each at a moment of
 * their own, the pauses uneven. The same `seed` makes the same rhythm.
 */
export async function steadily(
  seed: number,
  seconds: number,
  perSecond: number,
  act: () => void,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const random = seededRandom(seed);
  const startedAt = performance.now();
  const pauseMs = 1000 / perSecond;
  for (let nextMs = random() * pauseMs; nextMs < seconds * 1000; ) {
    const waitMs = startedAt + nextMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (!goesOn()) return;
    act();
    nextMs += pauseMs * (0.75 + random() / 2);
  }
}

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
