import { formatDay } from "../time.ts";
import { toWib } from "../wib.ts";
import { numberInWords } from "./number-words.ts";

/**
 * The day as the opening of a berita acara has it: "Senin, tanggal dua puluh tiga bulan November
 * tahun dua ribu dua puluh enam (23-11-2026)", in WIB. @param at ms since 1970, UTC
 */
export function dayInWords(at: number): string {
  const [year = 0, month = 0, day = 0] = toWib(at).day.split("-").map(Number);
  const [weekday, ...date] = formatDay(at).split(/,? /);
  const spelled = [
    `tanggal ${numberInWords(day)}`,
    `bulan ${date[1]}`,
    `tahun ${numberInWords(year)}`,
  ];
  const figures = `${String(day).padStart(2, "0")}-${String(month).padStart(2, "0")}-${year}`;
  return `${weekday}, ${spelled.join(" ")} (${figures})`;
}
