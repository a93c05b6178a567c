const key = "wanted-place";
const keptForMs = 60 * 60_000;

/** Where a person was going when they turned out not to be signed in; links open in new tabs. */
export function rememberWantedPlace(path: string, now: number): void {
  try {
    localStorage.setItem(key, JSON.stringify({ path, at: now }));
  } catch {
    // They land on the home page instead.
  }
}

/** That place, once; the home page when there is none or it is long ago. */
export function takeWantedPlace(now: number): string {
  try {
    const stored = localStorage.getItem(key);
    localStorage.removeItem(key);
    return wantedPlace(stored, now);
  } catch {
    return "/";
  }
}

export function wantedPlace(stored: string | null, now: number): string {
  const wanted: unknown = stored === null ? null : parse(stored);
  if (typeof wanted !== "object" || wanted === null) return "/";
  if (!("path" in wanted && "at" in wanted)) return "/";
  const { path, at } = wanted;
  if (typeof path !== "string" || typeof at !== "number" || now - at > keptForMs) return "/";
  // One slash at the start, and not two: two would name another host.
  return /^\/(?!\/)[\w/-]*$/.test(path) ? path : "/";
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}
