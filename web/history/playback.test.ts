import { expect, test } from "vitest";
import { nextPlace } from "./playback.ts";

test("the whole record plays in the time of its speed, however often a moment is shown", () => {
  for (const frameMs of [400, 1_500]) {
    let [place, elapsedMs] = [0, 0];
    while (place < 90_000) {
      place = nextPlace(place, 90_000, frameMs, "normal");
      elapsedMs += frameMs;
    }
    expect(elapsedMs).toBeGreaterThan(44_000);
    expect(elapsedMs).toBeLessThan(47_000);
  }
});

test("a short record goes on by one change at least, and stops at its end", () => {
  expect(nextPlace(3, 5, 1, "slow")).toBe(4);
  expect(nextPlace(5, 5, 400, "fast")).toBe(5);
});
