import { expect, test } from "vitest";
import { isBeforeForum, readFollowUp, villageNamed } from "./follow-up-words.ts";

const villages = [
  { id: "a", name: "Desa Contoh A" },
  { id: "ab", name: "Desa Contoh AB" },
  { id: "n", name: "Desa Ngrejo'an" },
  { id: "b1", name: "Desa Kembar" },
  { id: "b2", name: "Kembar" },
];

test.each([
  ["Desa Contoh A", "a"],
  ["contoh a", "a"],
  ["  DESA  CONTOH A. ", "a"],
  ["Pemdes Contoh AB", "ab"],
  ["Pemerintah Desa Contoh AB", "ab"],
  ["ds. Contoh A", "a"],
  ["Ngrejo’an", "n"],
])("%j names a village", (text, id) => {
  expect(villageNamed(text, villages)).toBe(id);
});

test.each([
  "",
  "Desa",
  "Contoh",
  "Desa Contoh C",
  "Kecamatan Contoh A",
  "Desa Contoh A dan Desa Contoh AB",
  "Semua desa",
  "Kembar",
])("%j names no one village", (text) => {
  expect(villageNamed(text, villages)).toBeNull();
});

test("what cannot be read is kept as it was written", () => {
  const words = {
    activity: "Menyusun RAB",
    responsible: "Kaur Perencanaan",
    village: "semua",
    dueDate: "secepatnya",
    output: "RAB",
  };
  expect(readFollowUp(words, villages)).toEqual({
    activity: "Menyusun RAB",
    responsible: "Kaur Perencanaan",
    villageText: "semua",
    villageId: null,
    dueText: "secepatnya",
    dueDate: null,
    output: "RAB",
  });
});

test("a due date on the forum's own day is not before it", () => {
  expect(isBeforeForum("2026-11-22", "2026-11-23")).toBe(true);
  expect(isBeforeForum("2026-11-23", "2026-11-23")).toBe(false);
});
