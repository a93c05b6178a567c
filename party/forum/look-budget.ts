const allowed = 30;
const windowMs = 10_000;

/** How often a person may ask who is here: far above what their pages do, however many they have. */
export class LookBudget {
  readonly #counts = new Map<string, { since: number; count: number }>();

  /** @param now ms since 1970 */
  allows(personId: string, now: number): boolean {
    const known = this.#counts.get(personId);
    const window = known && now - known.since < windowMs ? known : { since: now, count: 0 };
    window.count++;
    this.#counts.set(personId, window);
    return window.count <= allowed;
  }
}
