/**
 * The day that a typed due date means, as YYYY-MM-DD; null where it names no day of the calendar.
 * People write "Kamis, 31 Desember 2026", "31 Des 2026", "31/12/2026", "31-12-26" or "2026-12-31".
 */
export function dueDateOf(text: string): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(paling lambat|selambat-lambatnya|sebelum|tanggal|tgl\.?)\s+/, "")
    .replace(weekday, "")
    .replace(/\s+(wib)$/, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/.exec(words);
  if (numbers) return dayOf(numbers[3], numbers[2], numbers[1]);
  const named = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4}|\d{2})$/.exec(words);
  const month = named && monthOf(named[2] ?? "");
  return named && month ? dayOf(named[3], String(month), named[1]) : null;
}

/** How a day is written into a document: "31 Desember 2026". @param day YYYY-MM-DD */
export function writtenDay(day: string): string {
  return new Intl.DateTimeFormat("id-ID", {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(Date.parse(`${day}T00:00:00Z`));
}

const weekday = /^(senin|selasa|rabu|kamis|jumat|jum'at|jum’at|sabtu|minggu|ahad)\s*,?\s+/;

const months = [
  "januari",
  "februari",
  "maret",
  "april",
  "mei",
  "juni",
  "juli",
  "agustus",
  "september",
  "oktober",
  "november",
  "desember",
];

/** Other spellings than the first letters of the name. */
const otherMonths: Readonly<Record<string, number>> = {
  pebruari: 2,
  peb: 2,
  agt: 8,
  ags: 8,
  agst: 8,
  nopember: 11,
  nop: 11,
};

function monthOf(word: string): number | null {
  const other = otherMonths[word];
  if (other !== undefined) return other;
  const at = word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word));
  return at < 0 ? null : at + 1;
}

function dayOf(year = "", month = "", day = ""): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  // 31 February is the third of March to `Date`.
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
  return isReal && full >= "2000" ? written : null;
}
