import { expect, test } from "vitest";
import { districtPlace, shownLetterhead } from "./letterhead.ts";

const empty = { government: "", office: "", address: "", contact: "" };

test.each([
  [
    { district: "Binangun", regency: "Blitar" },
    "PEMERINTAH KABUPATEN BLITAR",
    "KECAMATAN BINANGUN",
  ],
  [
    { district: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
    "PEMERINTAH KABUPATEN CONTOH",
    "KECAMATAN CONTOH",
  ],
  [{ district: "Contoh", regency: "Kota Contoh" }, "PEMERINTAH KOTA CONTOH", "KECAMATAN CONTOH"],
])("without typed lines the names of %j stand at the head", (names, government, office) => {
  expect(shownLetterhead(empty, names)).toEqual({ ...empty, government, office });
});

test("what the office typed stands as it was typed", () => {
  const typed = { ...empty, office: "Kantor Kecamatan Contoh", address: "Jalan Contoh 1" };
  const shown = shownLetterhead(typed, { district: "Contoh", regency: "Contoh" });
  expect(shown.office).toBe("Kantor Kecamatan Contoh");
  expect(shown.address).toBe("Jalan Contoh 1");
  expect(shown.contact).toBe("");
});

test("an office signs in its place", () => {
  expect(districtPlace("Kecamatan Binangun")).toBe("Binangun");
});
