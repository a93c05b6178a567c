import { getMeta, putMeta } from "../log/room-meta.ts";

/** What the room keeps of a lock. Times in ms since 1970. */
export interface Lock {
  containerId: string;
  at: number;
  /** From when on what comes is refused. */
  enforcedAt: number;
}

/** The locks as the room's storage keeps them: they hold when it wakes, before anything is asked. */
export class LockStore {
  readonly #sql: SqlStorage;

  constructor({ sql }: DurableObjectStorage) {
    this.#sql = sql;
  }

  read(): Lock[] {
    const kept = getMeta<string>(this.#sql, "locks");
    // Written by `write` alone.
    return kept === null ? [] : (JSON.parse(kept) as Lock[]);
  }

  write(locks: readonly Lock[]): void {
    putMeta(this.#sql, "locks", JSON.stringify(locks));
  }
}
