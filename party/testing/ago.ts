import { vi } from "vitest";

const now = Date.now;

/** What happens in `act` happened `ms` ago, by the room's clock; the runtime's own clock goes on. */
export async function ago<T>(ms: number, act: () => Promise<T>): Promise<T> {
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now() - ms);
  try {
    return await act();
  } finally {
    clock.mockRestore();
  }
}
