import { vi } from "vitest";

/** For what takes several requests, on a machine that is busy with other things. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitUntil(holds, { timeout: 10_000, interval: 5 });
}
