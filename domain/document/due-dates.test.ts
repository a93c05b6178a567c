import { expect, test } from "vitest";
import { dueDateOf, writtenDay } from "./due-dates.ts";

test.each([
  ["31 Desember 2026", "2026-12-31"],
  ["Kamis, 31 Desember 2026", "2026-12-31"],
  ["Jum'at 1 Januari 2027", "2027-01-01"],
  ["  31  desember  2026 ", "2026-12-31"],
  ["31 Des 2026", "2026-12-31"],
  ["31 Des. 2026", "2026-12-31"],
  ["5 Nopember 26", "2026-11-05"],
  ["1 Agt 2027", "2027-08-01"],
  ["tgl 3 Mei 2027", "2027-05-03"],
  ["Paling lambat 3 Mei 2027", "2027-05-03"],
  ["31/12/2026", "2026-12-31"],
  ["1/2/2027", "2027-02-01"],
  ["31-12-26", "2026-12-31"],
  ["31.12.2026", "2026-12-31"],
  ["31 - 12 - 2026", "2026-12-31"],
  ["2026-12-31", "2026-12-31"],
  ["29/2/2028", "2028-02-29"],
])("somebody who types %j as a due date means %s", (text, day) => {
  expect(dueDateOf(text)).toBe(day);
});

test.each([
  "",
  "segera",
  "akhir tahun",
  "Desember 2026",
  "31 Februari 2026",
  "29/2/2027",
  "31/13/2026",
  "0/1/2026",
  "31 Ma 2026",
  "12/31/2026",
  "31 Desember",
  "31 Desember 2026 atau lebih awal",
])("%j names no day, and none is guessed", (text) => {
  expect(dueDateOf(text)).toBeNull();
});

test("a day that is picked is written as people write it, and read as the same day", () => {
  expect(writtenDay("2026-12-31")).toBe("31 Desember 2026");
  for (let month = 1; month <= 12; month++) {
    const day = `2027-${String(month).padStart(2, "0")}-09`;
    expect(dueDateOf(writtenDay(day))).toBe(day);
  }
});
