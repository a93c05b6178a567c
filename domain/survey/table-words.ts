import type { Theme } from "../statuses.ts";
import { themeNames, themeNamesInEnglish } from "../theme-names.ts";

/** The language of a table that somebody saves: that of their screen. */
export const tableLanguages = ["id", "en"] as const;
export type TableLanguage = (typeof tableLanguages)[number];

interface TableWords {
  village: string;
  late: string;
  isLate: readonly [yes: string, no: string];
  /** Of the table of sums: number, theme, question, what is counted, how many, of how many asked. */
  sums: readonly string[];
  tooFew: string;
  answered: string;
  mean: string;
  median: string;
  themes: Record<Theme, string>;
}

/** What the table of a survey's results says beside what people wrote. */
export const tableWords: Record<TableLanguage, TableWords> = {
  id: {
    village: "Desa",
    late: "Terlambat",
    isLate: ["ya", "tidak"],
    sums: ["No", "Tema", "Pertanyaan", "Isi", "Jumlah", "Ditanya"],
    tooFew: "Terlalu sedikit jawaban",
    answered: "Menjawab",
    mean: "Rata-rata",
    median: "Nilai tengah",
    themes: themeNames,
  },
  en: {
    village: "Village",
    late: "Late",
    isLate: ["yes", "no"],
    sums: ["No", "Theme", "Question", "What", "Count", "Asked"],
    tooFew: "Too few answers",
    answered: "Answered",
    mean: "Average",
    median: "Median",
    themes: themeNamesInEnglish,
  },
};
