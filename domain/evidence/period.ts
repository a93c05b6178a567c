import { dayInWib, fromWib, isDay } from "../wib.ts";

const dayMs = 24 * 3_600_000;

/** Days of WIB as YYYY-MM-DD, both inside. */
export interface Period {
  from: string;
  to: string;
}

/** The year that `now` (ms since 1970) lies in, up to its last day, in WIB. */
export function thisYear(now: number): Period {
  const year = yearOf(now);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** This year and the one before it. */
export function lastTwoYears(now: number): Period {
  const year = yearOf(now);
  return { from: `${year - 1}-01-01`, to: `${year}-12-31` };
}

export function isPeriod({ from, to }: Period): boolean {
  return isDay(from) && isDay(to) && from <= to;
}

/** The moments from `startsAt` on and before `endsAt`, in ms since 1970. */
export function momentsOf({ from, to }: Period): { startsAt: number; endsAt: number } {
  const startsAt = fromWib(from, "00:00");
  const lastDayAt = fromWib(to, "00:00");
  if (startsAt === null || lastDayAt === null) throw new Error("a period without its days");
  return { startsAt, endsAt: lastDayAt + dayMs };
}

function yearOf(now: number): number {
  return Number(dayInWib(now).slice(0, 4));
}
