import type { DocumentStatus } from "./statuses.ts";
import { fromWib, toWib } from "./wib.ts";

/** From when on a case can have its Lembar Hasil Belajar: it is Selesai disusun. */
export const outcomeStatuses: readonly DocumentStatus[] = [
  "drafted",
  "submitted",
  "returned",
  "signed",
  "published",
];

export const maxOutcomeText = 2000;
export const maxOutcomeDecision = 300;

/** After how many months it is asked what came of it. Source: the programme's sheet. */
const askAgainAfterMonths = 3;

/** The same day three months later in WIB, or that month's last day; in ms since 1970. */
export function askAgainAt(writtenAt: number): number {
  const { day, time } = toWib(writtenAt);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + askAgainAfterMonths + 1, 0));
  const wanted = new Date(last);
  wanted.setUTCDate(Math.min(date, last.getUTCDate()));
  const later = fromWib(wanted.toISOString().slice(0, 10), time);
  if (later === null) throw new RangeError("a day that the calendar has");
  return later;
}
