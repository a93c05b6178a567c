import { formatDay, formatTime, formatTimeRange } from "../domain/time.ts";
import type { Language, Messages } from "./messages/use-messages.ts";

export { formatDay, formatTime, formatTimeRange };

/** "Senin, 23 November 2026 pukul 09.00–12.00 WIB"; times in ms since 1970. */
export function formatForumTime(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  { forums }: Messages,
  language: Language,
): string {
  const [firstDay, lastDay] = [formatDay(startsAt, language), formatDay(endsAt, language)];
  if (firstDay === lastDay) return forums.dayAndTime(firstDay, formatTimeRange(startsAt, endsAt));
  return forums.until(
    forums.dayAndTime(firstDay, `${formatTime(startsAt)} WIB`),
    forums.dayAndTime(lastDay, `${formatTime(endsAt)} WIB`),
  );
}

/** "pukul 10.42" for today, with its day before it otherwise. */
export function formatMoment(
  at: number,
  now: number,
  { forums, documents }: Messages,
  language: Language,
): string {
  const day = formatDay(at, language);
  if (day === formatDay(now, language)) return documents.today(formatTime(at));
  return forums.dayAndTime(day, formatTime(at));
}
