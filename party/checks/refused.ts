import type * as Y from "yjs";

/** Why a change is refused: names of close codes. */
export type Reason =
  | "malformed"
  | "foreignAuthor"
  | "closedContainer"
  | "sectionLocked"
  | "unfounded";

/** Thrown where a check finds that a change is refused, and caught in `checkUpdate`. */
export class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Thrown where foundations are missing that another person's browser may bring yet. */
export class Waits extends Error {
  readonly missing: Y.ID;

  constructor(missing: Y.ID) {
    super("waits");
    this.missing = missing;
  }
}
