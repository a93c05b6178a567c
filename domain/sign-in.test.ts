import { expect, it } from "vitest";
import { linkState } from "./sign-in.ts";

const minuteMs = 60_000;
const unused = { expiresAt: 100 * minuteMs, usedAt: null, usedByDevice: null };
const used = { expiresAt: 100 * minuteMs, usedAt: 20 * minuteMs, usedByDevice: "mine" };

it.each([
  ["a fresh link", unused, null, 0, "unused"],
  ["a link in its last moment", unused, "mine", 100 * minuteMs - 1, "unused"],
  ["a link at its end", unused, "mine", 100 * minuteMs, "expired"],
  ["a link on the device that used it", used, "mine", 20 * minuteMs, "repeatable"],
  ["the same just before ten minutes are over", used, "mine", 30 * minuteMs - 1, "repeatable"],
  ["the same after ten minutes", used, "mine", 30 * minuteMs, "used"],
  ["a used link on another device", used, "other", 20 * minuteMs, "used"],
  ["a used link on a new device", used, null, 20 * minuteMs, "used"],
  ["a used link after its end", used, "mine", 200 * minuteMs, "used"],
  [
    "a repeat across the link's end",
    { ...used, expiresAt: 21 * minuteMs },
    "mine",
    25 * minuteMs,
    "repeatable",
  ],
] as const)("%s is worth what it should be", (_, link, device, now, state) => {
  expect(linkState(link, device, now)).toBe(state);
});
