/**
 * For what a device keeps as a convenience: where it cannot, the page works without, and the
 * document's light says so.
 */
export async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // See above.
  }
}
