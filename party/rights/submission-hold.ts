import { getMeta, putMeta } from "../log/room-meta.ts";

/** A Worker that does not come back holds a document no longer than this. */
const longestHoldMs = 30_000;

interface Hold {
  id: string;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * While a document is being submitted nobody writes in it: its fingerprint is taken of exactly what
 * stands there. Kept in the room's storage, so that a crash in between lets nobody in.
 */
export class SubmissionHold {
  readonly #sql: SqlStorage;
  #holds: Hold[];

  constructor({ sql }: Pick<DurableObjectStorage, "sql">) {
    this.#sql = sql;
    const kept = getMeta<string>(sql, "holds");
    // Written by `#keep` alone.
    this.#holds = kept === null ? [] : (JSON.parse(kept) as Hold[]);
  }

  isOn(now: number): boolean {
    return this.#holds.some(({ until }) => now < until);
  }

  /** Two who submit at once hold it both; what one lets go the other still holds. */
  begin(now: number): Hold {
    const hold = { id: crypto.randomUUID(), until: now + longestHoldMs };
    this.#keep([...this.#holds.filter(({ until }) => now < until), hold]);
    return hold;
  }

  /** @param id null: all of them */
  end(id: string | null): void {
    const left = this.#holds.filter((hold) => id !== null && hold.id !== id);
    if (left.length < this.#holds.length) this.#keep(left);
  }

  #keep(holds: Hold[]): void {
    // First, so that what the storage does not take is not believed either.
    putMeta(this.#sql, "holds", JSON.stringify(holds));
    this.#holds = holds;
  }
}
