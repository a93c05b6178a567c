import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { tooManyAttempts } from "../../domain/refusals.ts";
import { countFailure, networkOf } from "./failed-attempts.ts";

const minuteMs = 60_000;

describe("failed attempts", () => {
  it("are thirty before one has to wait until ten minutes after the first", async () => {
    for (let second = 0; second < 30; second += 1) {
      await countFailure(env, "192.0.2.1", second * 1000);
    }
    const attemptAt = (now: number) => countFailure(env, "192.0.2.1", now);
    await expect(attemptAt(minuteMs)).rejects.toEqual(tooManyAttempts(9 * 60));
    await expect(attemptAt(10 * minuteMs - 1)).rejects.toEqual(tooManyAttempts(1));
    await expect(attemptAt(10 * minuteMs)).resolves.toBeUndefined();
  });

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::6", "2001:db8:1:2"],
    ["2001:db8::6", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["unknown", "unknown"],
  ])("of %s count for %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
