import { describe, expect, it } from "vitest";
import { readPeopleList, readRow } from "./people-list.ts";
import { cleanLine, findVillage, personKey, phoneDigits } from "./people-words.ts";

const villages = [
  { id: "99.01.01.2001", name: "Desa Contoh A" },
  { id: "99.01.01.2002", name: "Desa Contoh B" },
];
const row = { name: "Siti", position: "Kaur", village: "Contoh A", office: "", phone: "" };

describe("a pasted list", () => {
  it("is read by its headings, in any order and either language", () => {
    const read = readPeopleList([
      ["No", "No. HP/WA", "Desa", "Jabatan", "Nama Lengkap"],
      ["1", "0812 3456 789", "Contoh A", "Kaur Keuangan", "Siti Aminah, S.Sos., M.Si."],
    ]);
    expect(read).toEqual([
      {
        line: 2,
        name: "Siti Aminah, S.Sos., M.Si.",
        position: "Kaur Keuangan",
        village: "Contoh A",
        office: "",
        phone: "0812 3456 789",
      },
    ]);
    const [english] = readPeopleList([
      ["Village", "Name", "Position"],
      ["Contoh A", "Slamet", "Kaur"],
    ]);
    expect(english).toMatchObject({ name: "Slamet", village: "Contoh A" });
  });

  it("is read by place where it has no headings, past a column of numbers", () => {
    const expected = { name: "Slamet", position: "Kaur", village: "Contoh A", phone: "0812" };
    expect(readPeopleList([["Slamet", "Kaur", "Contoh A", "0812"]])).toMatchObject([expected]);
    expect(readPeopleList([["1.", "Slamet", "Kaur", "Contoh A", "0812"]])).toMatchObject([
      expected,
    ]);
  });

  it("passes over empty lines and keeps the numbers that the person sees", () => {
    const read = readPeopleList([["Nama", "Jabatan"], ["", ""], ["\u00A0"], ["Ani", "Kaur"]]);
    expect(read.map(({ line, name }) => [line, name])).toEqual([[4, "Ani"]]);
  });
});

describe("a line", () => {
  it.each([
    ["Sukarno"],
    ["Ma'ruf Amin"],
    ["Nur ’Aini"],
    ["H. Slamet Riyadi, S.Sos., M.Si."],
    ["Dr. (H.C.) Ir. Soekarno"],
    ["ꦱꦶꦤꦲꦸ ꦧꦫꦺꦁ"],
    ["José Ñandú"],
    ["A."],
  ])("keeps the name %s as it is", (name) => {
    expect(readRow({ ...row, name }, villages)).toMatchObject({ name });
  });

  it("loses what nobody sees: directions, joiners, control characters, hard spaces", () => {
    expect(cleanLine("\u202E\u200FSiti\u200B\u00A0\u0000 Aminah\u2069\uFEFF ")).toBe("Siti Aminah");
    expect(cleanLine("Siti\uD800")).toBe("Siti\uFFFD");
  });

  it.each([
    [{ name: " -- " }, "name-missing"],
    [{ name: "x".repeat(121) }, "name-too-long"],
    [{ position: "" }, "position-missing"],
    [{ village: "" }, "place-missing"],
    [{ village: "Antah Berantah" }, "village-unknown"],
    [{ phone: "8,12E+11" }, "phone-wrong"],
  ])("with %j is told what is wrong", (wrong, problem) => {
    expect(readRow({ ...row, ...wrong }, villages)).toBe(problem);
  });

  it("of a guest has an office in place of a village", () => {
    expect(readRow({ ...row, village: "", office: "DPMD" }, villages)).toMatchObject({
      villageId: null,
      office: "DPMD",
    });
  });
});

it.each([
  "Contoh A",
  "Ds. Contoh A",
  "DESA CONTOH A",
  "desa  contoh-a",
  "99.01.01.2001",
  "9901012001",
])("the village is found that %j means", (text) =>
  expect(findVillage(text, villages)?.id).toBe("99.01.01.2001"),
);

it.each([
  ["081234567890", "6281234567890"],
  ["+62 812-3456-7890", "6281234567890"],
  ["'0812 3456 7890", "6281234567890"],
  ["81234567890", "6281234567890"],
  ["0062 812 3456 7890", "6281234567890"],
  ["belum ada", null],
  ["123", null],
])("the phone number %j is stored as %j", (text, digits) => {
  expect(phoneDigits(text)).toBe(digits);
});

it("one person written in two ways is one, and two of one name in two villages are two", () => {
  const key = (name: string, villageId: string) => personKey({ name, villageId });
  expect(key("SITI  AMINAH, S.Sos.", "a")).toBe(key("Siti Aminah S Sos", "a"));
  expect(key("Ma’ruf", "a")).toBe(key("MA'RUF", "a"));
  expect(key("Siti", "a")).not.toBe(key("Siti", "b"));
  expect(key("ꦱꦶ", "a")).not.toBe(key("ꦱꦸ", "a"));
});

it("no text whatever makes reading it fail", () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const cell = () =>
    Array.from({ length: next(12) }, () => String.fromCharCode(next(0x10000))).join("");
  let lines = 0;
  for (let run = 0; run < 500; run += 1) {
    const table = Array.from({ length: next(6) }, () => Array.from({ length: next(7) }, cell));
    for (const each of readPeopleList(table)) {
      lines += 1;
      const read = readRow(each, villages);
      expect(typeof read === "string" || read.name.length > 0).toBe(true);
    }
  }
  expect(lines).toBeGreaterThan(500);
});
