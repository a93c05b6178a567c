const firstWaitMs = 1000;
const longestWaitMs = 15_000;

/** A part of a page that is fetched until it comes: a lost network must not take the page away. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
