import { expect, test } from "vitest";
import { shareId } from "../messages/share-id.ts";
import { digestText, waitingIn } from "./digest-text.ts";
import { fittingLines, maxMessageLetters } from "./fitting-lines.ts";
import { agreementsText, forumInvitationText } from "./forum-texts.ts";

const address = "https://contoh.test/forum/satu";

test("an invitation says what, when, where and the agenda, and names no person", () => {
  const text = forumInvitationText(
    {
      districtName: "Contoh",
      title: "Forum Sinau 4",
      when: "Senin, 30 November 2026 pukul 09.00–12.00 WIB",
      place: "Balai Desa Contoh A",
      agenda: ["Pembukaan", "Bedah kasus"],
      address,
    },
    shareId,
  );
  expect(text).toBe(
    [
      "Kecamatan Contoh mengundang Bapak/Ibu ke *Forum Sinau 4*.",
      "",
      "Waktu: Senin, 30 November 2026 pukul 09.00–12.00 WIB",
      "Tempat: Balai Desa Contoh A",
      "",
      "Acara:",
      "1. Pembukaan",
      "2. Bedah kasus",
      "",
      `Selengkapnya: ${address}`,
    ].join("\n"),
  );
});

test("agreements without follow-ups leave no empty heading, and line ends become spaces", () => {
  const text = agreementsText(
    { title: "Forum 4", agreements: ["Belanja wajib\ndidahulukan"], followUps: [], address },
    shareId,
  );
  expect(text).toBe(
    `*Kesepakatan Forum 4*\n\n1. Belanja wajib didahulukan\n\nSelengkapnya: ${address}`,
  );
});

test.each([1, 10, 60, 400])(
  "a summary of %i agreements stays short, and says how many it left out",
  (count) => {
    const agreements = Array.from({ length: count }, (_, at) => `Kesepakatan nomor ${at + 1}.`);
    const followUps = agreements.map((activity) => ({
      village: "Desa Contoh A",
      activity,
      due: null,
    }));
    const text = agreementsText({ title: "Forum 4", agreements, followUps, address }, shareId);
    expect(text.length).toBeLessThanOrEqual(maxMessageLetters + 2 * 60);
    expect(text.endsWith(address)).toBe(true);
    const told = text.split("\n").filter((line) => /^\d+\. /.test(line)).length;
    const left = [...text.matchAll(/dan (\d+) lagi/g)].reduce((sum, [, n]) => sum + Number(n), 0);
    expect(told + left).toBe(2 * count);
  },
);

test("one entry always goes in, however long", () => {
  const long = "x".repeat(5000);
  expect(fittingLines([long, "y"], 0, (count) => `${count} more`)).toEqual([long, "1 more"]);
});

test("a village's week says first what is late, and where nothing waits it says so", () => {
  const nothing = {
    village: { id: "a", name: "Desa Contoh A" },
    nextForum: null,
    late: [],
    open: [],
    surveys: [],
  };
  expect(digestText(nothing, address, shareId)).toContain(shareId.texts.nothing);
  const much = { ...nothing, late: ["Satu"], open: ["Dua"], surveys: ["Tiga"] };
  expect(waitingIn(much)).toBe(3);
  const text = digestText(much, address, shareId);
  expect(text).not.toContain(shareId.texts.nothing);
  const places = ["Satu", "Tiga", "Dua"].map((word) => text.indexOf(word));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
