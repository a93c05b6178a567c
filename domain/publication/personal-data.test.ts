import { expect, test } from "vitest";
import { findPersonalData, nameFinder } from "./personal-data.ts";

const people = ["Sumarno Hadi, S.Sos.", "Hj. Siti Aminah", "Eko", "Dr. Budi"];
const names = nameFinder(people);

const found = (text: string) =>
  findPersonalData(text, names).map(({ kind, text: words }) => `${kind}: ${words}`);

test.each([
  ["NIK 3505161203800001 milik pemohon", ["nik: 3505161203800001"]],
  ["NIK 3505 1612 0380 0001.", ["nik: 3505 1612 0380 0001"]],
  ["NIP 19800312 200501 1 004", ["nip: 19800312 200501 1 004"]],
  [
    "hubungi 0812-3456-7890 atau +62 812 3456 7890",
    ["phone: 0812-3456-7890", "phone: +62 812 3456 7890"],
  ],
  ["telepon (0342) 801234", ["phone: (0342) 801234"]],
  ["rekening BRI 0031-01-234567-50-9", ["account: 0031-01-234567-50-9"]],
  ["kirim ke bendahara.a@desa.example ya", ["email: bendahara.a@desa.example"]],
  ["kata SUMARNO  HADI kemarin", ["name: SUMARNO  HADI"]],
  ["Bu Siti dan Pak Eko setuju", ["name: Bu Siti", "name: Pak Eko"]],
])("%s", (text, wanted) => {
  expect(found(text)).toEqual(wanted);
});

test.each([
  "Pagu turun dari Rp1.250.000.000,00 menjadi Rp987654321",
  "APBDes 2026-2027 ditetapkan 2026-11-23",
  "kode rekening 5.2.1.01.02.003",
  "Permendagri 20/2018 pasal 12",
  "ekonomi desa, jumlah 12345678",
  "Senin, 23 November 2026 pukul 09.00",
  "Eko yang tidak disapa tidak dikenali",
])("nobody is found in: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("where nobody is known only numbers and addresses are found", () => {
  expect(nameFinder([])).toBeNull();
  expect(findPersonalData("Pak Eko 081234567890", null)).toMatchObject([{ kind: "phone" }]);
});
