import type { RefusalName } from "../close-codes.ts";

/** Refused more often than this in a row, a person waits outside until one refusal is forgotten. */
const maxRefusals = 3;
const forgottenAfterMs = 5000;

/** Of these the person's browser is not the cause, or coming back is what they ask for. */
const pardoned: ReadonlySet<RefusalName> = new Set([
  "storageFailed",
  "notSignedIn",
  "noAccess",
  "schemaTooOld",
  "roomFull",
  "silent",
  "rightsChanged",
  "redacted",
  "tooManyTabs",
]);

/**
 * Who is refused again and again: an honest browser stops at the first refusal, one that comes
 * back at once would cost the others a greeting, a farewell and the whole document each time.
 */
export class RepeatedRefusals {
  readonly #counts = new Map<string, { count: number; at: number }>();

  /** @param now ms since 1970 */
  add(personId: string, name: RefusalName, now: number): void {
    if (pardoned.has(name)) return;
    this.#counts.set(personId, { count: this.#count(personId, now) + 1, at: now });
  }

  /** Whether this person is to come back later. */
  shutOut(personId: string, now: number): boolean {
    return this.#count(personId, now) > maxRefusals;
  }

  #count(personId: string, now: number): number {
    const known = this.#counts.get(personId);
    if (!known) return 0;
    const count = known.count - (now - known.at) / forgottenAfterMs;
    if (count > 0) return count;
    this.#counts.delete(personId);
    return 0;
  }
}
