/** WIB is UTC+7 all year; what is typed and read in it never depends on the device's own zone. */
const wibOffsetMs = 7 * 3_600_000;
const dayMs = 24 * 3_600_000;

/** Ms since 1970 of a day ("2026-11-23") and a time ("09:00") in WIB; null where there is no such. */
export function fromWib(day: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const at = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(at)) return null;
  // 31 February is read as a day of March by some engines.
  const isReal = new Date(at).toISOString().startsWith(`${day}T${time}`);
  return isReal ? at - wibOffsetMs : null;
}

/** "2026-11-23" and "09:00", as fields for days and times hold them. @param at ms since 1970 */
export function toWib(at: number): { day: string; time: string } {
  const shown = new Date(at + wibOffsetMs).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The day that it is in WIB, as YYYY-MM-DD. @param at ms since 1970 */
export function dayInWib(at: number): string {
  return toWib(at).day;
}

/** The year that it is in WIB. @param at ms since 1970 */
export function yearInWib(at: number): number {
  return Number(dayInWib(at).slice(0, 4));
}

/** Midnight in WIB of the day that `at` lies in; both ms since 1970. */
export function startOfDayInWib(at: number): number {
  return Math.floor((at + wibOffsetMs) / dayMs) * dayMs - wibOffsetMs;
}

/** "2026-11-23 09:00:00", in WIB. @param at ms since 1970 */
export function momentInWib(at: number): string {
  return new Date(at + wibOffsetMs).toISOString().slice(0, 19).replace("T", " ");
}

/** Whether this is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return fromWib(text, "00:00") !== null;
}

/** The quarter of the year (1 to 4) and the year, in WIB. @param at ms since 1970 */
export function quarterOf(at: number): { quarter: number; year: number } {
  const { day } = toWib(at);
  return { quarter: Math.ceil(Number(day.slice(5, 7)) / 3), year: Number(day.slice(0, 4)) };
}
