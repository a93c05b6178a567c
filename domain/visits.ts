/** Somebody's visits to Beranda; times in ms since 1970. */
export interface Visit {
  /** When the visit before this one ended; null in the first. */
  since: number | null;
  lastSeenAt: number;
}

/** Who stays away this long comes anew; a reload, or an hour in a document, is no leaving. */
const visitEndsAfterMs = 2 * 60 * 60_000;

/** The visit that somebody is in at `now`: what is new to them is newer than its `since`. */
export function visitAt(known: Visit | null, now: number): Visit {
  if (known === null) return { since: null, lastSeenAt: now };
  const isNew = now - known.lastSeenAt >= visitEndsAfterMs;
  return { since: isNew ? known.lastSeenAt : known.since, lastSeenAt: now };
}
