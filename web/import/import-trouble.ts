/** Why a file does not come in; each has its own words on the screen. */
export const importTroubles = [
  "tooLarge",
  "notDocx",
  "isPdf",
  "isOldWord",
  "isEncrypted",
  "damaged",
  "unpacksTooLarge",
  "empty",
  "tooLong",
] as const;
export type ImportTroubleKind = (typeof importTroubles)[number];

export class ImportTrouble extends Error {
  readonly kind: ImportTroubleKind;

  constructor(kind: ImportTroubleKind, options?: ErrorOptions) {
    super(kind, options);
    // The worker hands on names alone.
    this.name = kind;
    this.kind = kind;
  }
}

/** What an error from the worker was there. */
export function troubleOf(error: unknown): ImportTroubleKind {
  const found = importTroubles.find((kind) => error instanceof Error && error.name === kind);
  return found ?? "damaged";
}
