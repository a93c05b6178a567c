import { startOfDay } from "../commit-clock.ts";

/** Rows written on one UTC day, the day for which the platform counts them. */
export class DayRows {
  #day = 0;
  #rows = 0;

  /** @param now ms since 1970 */
  on(now: number): number {
    return startOfDay(now) === this.#day ? this.#rows : 0;
  }

  add(now: number, rows: number): void {
    this.#rows = this.on(now) + rows;
    this.#day = startOfDay(now);
  }

  /** Takes over what was kept on disk. Of several such counts of one day the highest is right. */
  resume({ at, rows }: { at: number; rows: number }): void {
    if (startOfDay(at) < this.#day) return;
    this.#rows = Math.max(this.on(at), rows);
    this.#day = startOfDay(at);
  }
}
