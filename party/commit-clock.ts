/** After so long without a pause in the writing the window grows a little, to save rows. */
const steadyAfterMs = 60_000;
const steadyFactor = 1.2;

/** From these shares of the day's rows on, commits come only this often. */
const thrift = [
  { fromShare: 0.9, windowMs: 5000 },
  { fromShare: 0.7, windowMs: 2000 },
] as const;

interface Settings {
  /** The shortest time between two commits while people write. */
  windowMs: number;
  /** How many rows the room may write in a day. */
  rowsPerDay: number;
}

/**
 * When the open page is written: at once after a pause, else at most once a window. The window
 * grows with steady writing and as the day's free rows run out.
 */
export class CommitClock {
  readonly #settings: Settings;
  readonly #commit: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastCommitAt = 0;
  #steadySince = 0;
  #rowsToday = 0;
  #day = 0;

  constructor(settings: Settings, commit: () => void) {
    this.#settings = settings;
    this.#commit = commit;
  }

  /** Asks for a commit in a later event than this one, however often it is asked. */
  soon(now: number): void {
    if (this.#timer !== null) return;
    const windowMs = this.windowMs(now);
    const hasPaused = now - this.#lastCommitAt > 2 * windowMs;
    if (hasPaused) this.#steadySince = now;
    const waitMs = Math.max(0, this.#lastCommitAt + windowMs - now);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#commit();
    }, waitMs);
  }

  /** @param rows how many rows this commit wrote */
  done(now: number, rows: number): void {
    this.#lastCommitAt = now;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#startDay(now);
    this.#rowsToday += rows;
  }

  /** For a room that wakes: what it wrote today before it slept. */
  resume(now: number, rowsToday: number): void {
    this.#startDay(now);
    this.#rowsToday = rowsToday;
  }

  /** The window now in force. */
  windowMs(now: number): number {
    this.#startDay(now);
    const share = this.#rowsToday / this.#settings.rowsPerDay;
    const thrifty = thrift.find(({ fromShare }) => share >= fromShare)?.windowMs ?? 0;
    const isSteady = this.#steadySince > 0 && now - this.#steadySince > steadyAfterMs;
    const usual = this.#settings.windowMs * (isSteady ? steadyFactor : 1);
    return Math.max(usual, thrifty);
  }

  /** Free rows are counted per UTC day, which begins at 07.00 WIB. */
  #startDay(now: number): void {
    const day = startOfDay(now);
    if (day !== this.#day) this.#rowsToday = 0;
    this.#day = day;
  }
}

const dayMs = 24 * 60 * 60_000;

/** When the day of the free rows began, ms since 1970. */
export function startOfDay(now: number): number {
  return Math.floor(now / dayMs) * dayMs;
}
