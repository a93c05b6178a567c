const key = "attendance-code";
/** Longer than any code works: whoever comes later scans anew. */
const keptForMs = 20 * 60_000;

/**
 * The code from the QR's fragment, which leaves the address; kept on the device, for whoever has to
 * sign in first comes back in another tab.
 */
export function takeScannedCode(forumId: string, now: number): string | null {
  const { hash, pathname } = location;
  if (hash.length > 1) {
    history.replaceState(history.state, "", pathname);
    try {
      localStorage.setItem(key, JSON.stringify({ forumId, code: hash.slice(1), at: now }));
    } catch {
      // Known to this page alone then.
    }
    return hash.slice(1);
  }
  try {
    return keptCode(localStorage.getItem(key), forumId, now);
  } catch {
    return null;
  }
}

/** Used up, or refused. */
export function forgetScannedCode(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then there is nothing to forget.
  }
}

export function keptCode(stored: string | null, forumId: string, now: number): string | null {
  const kept = stored === null ? null : parse(stored);
  if (typeof kept !== "object" || kept === null) return null;
  if (!("forumId" in kept && "code" in kept && "at" in kept)) return null;
  if (kept.forumId !== forumId || typeof kept.code !== "string") return null;
  if (typeof kept.at !== "number" || now - kept.at > keptForMs) return null;
  return kept.code;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
