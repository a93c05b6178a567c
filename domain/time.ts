const timeZone = "Asia/Jakarta";

/** "Senin, 23 November 2026", in WIB. @param at ms since 1970, UTC */
export function formatDay(at: number, language: "id" | "en" = "id"): string {
  return new Intl.DateTimeFormat(language === "id" ? "id-ID" : "en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
}

/** "09.00", in WIB. @param at ms since 1970, UTC */
export function formatTime(at: number): string {
  return new Intl.DateTimeFormat("id-ID", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

/** "09.00–12.00 WIB". @param startsAt, endsAt ms since 1970, UTC */
export function formatTimeRange(startsAt: number, endsAt: number): string {
  return `${formatTime(startsAt)}–${formatTime(endsAt)} WIB`;
}
