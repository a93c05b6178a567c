import { seededRandom } from "../../party/testing/seeded-random.ts";

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
