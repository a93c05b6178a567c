import { expect, test } from "vitest";
import { registerId } from "../messages/register-id.ts";
import { dueWords } from "./due-words.ts";
import { openFollowUpsText } from "./open-follow-ups-text.ts";
import type { ListedFollowUp } from "./register-query.ts";

const followUp = (given: Partial<ListedFollowUp>): ListedFollowUp => ({
  id: "one",
  activity: "Musyawarah desa",
  responsible: "Sekretaris Desa",
  output: "Berita acara",
  village: null,
  villageText: "",
  isUnnamed: false,
  status: "notStarted",
  state: "notStarted",
  dueDate: "2026-12-31",
  dueText: "31 Desember 2026",
  daysLeft: 3,
  isGone: false,
  document: null,
  forum: null,
  mayUpdate: true,
  mayPostpone: false,
  mayAttach: false,
  ...given,
});

test.each<[Partial<ListedFollowUp>, string]>([
  [{ daysLeft: 3 }, "Kamis, 31 Desember 2026 (3 hari lagi)"],
  [{ daysLeft: 1 }, "Kamis, 31 Desember 2026 (besok)"],
  [{ daysLeft: 0 }, "Kamis, 31 Desember 2026 (hari ini)"],
  [{ daysLeft: -5 }, "Kamis, 31 Desember 2026 (terlambat 5 hari)"],
  [{ daysLeft: -5, status: "done" }, "Kamis, 31 Desember 2026"],
  [{ dueDate: null, dueText: "" }, "belum ada tenggat"],
  [{ dueDate: null, dueText: "akhir tahun" }, "tertulis “akhir tahun”, tanggalnya belum jelas"],
])("a due date is said as a day and how far it is: %j", (given, words) => {
  expect(dueWords(followUp(given), registerId, "id")).toBe(words);
});

test("a village's open follow-ups become a message in plain text", () => {
  const text = openFollowUpsText({
    village: "Desa Contoh A",
    followUps: [
      followUp({ daysLeft: -5 }),
      followUp({ activity: "Susun RAB", output: "", dueDate: null, dueText: "" }),
    ],
    address: "https://contoh.test/tindak-lanjut",
    words: registerId,
    language: "id",
  });
  expect(text).toBe(
    [
      "*Tindak lanjut Desa Contoh A yang belum selesai*",
      "",
      "1. Musyawarah desa",
      "Tenggat: Kamis, 31 Desember 2026 (terlambat 5 hari)",
      "Keluaran: Berita acara",
      "",
      "2. Susun RAB",
      "Tenggat: belum ada",
      "",
      "Perbarui di https://contoh.test/tindak-lanjut",
    ].join("\n"),
  );
});
