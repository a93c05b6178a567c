import { expect, test } from "vitest";
import { dayInWords } from "./day-in-words.ts";

test("a day is spelled out as the day that it is in WIB", () => {
  expect(dayInWords(Date.UTC(2026, 10, 22, 20))).toBe(
    "Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)",
  );
});
