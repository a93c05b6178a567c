/** What does not come in, and is told about. */
export const droppedKinds = [
  "images",
  "links",
  "embedded",
  "nestedTables",
  "notes",
  "macros",
  "external",
] as const;
export type DroppedKind = (typeof droppedKinds)[number];
export type Dropped = Partial<Record<DroppedKind, number>>;

/** Counts what is left out. */
export class Tally {
  readonly #counts: Dropped;

  constructor(already: Dropped = {}) {
    this.#counts = { ...already };
  }

  drop(kind: DroppedKind, count = 1): void {
    this.#counts[kind] = (this.#counts[kind] ?? 0) + count;
  }

  get counts(): Dropped {
    return { ...this.#counts };
  }
}
