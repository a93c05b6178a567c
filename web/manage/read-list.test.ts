import { expect, it } from "vitest";
import { decodeList, readList } from "./read-list.ts";

it.each(["\t", ";", ","])(
  "a list is divided by %j, with quotes and both line ends",
  async (mark) => {
    const lines = [
      ["Nama", "Jabatan", "Desa"],
      ['"Siti, S.Sos."', "Kaur", "Contoh A"],
    ];
    const text = `\uFEFF${lines.map((cells) => cells.join(mark)).join("\r\n")}\n\n`;
    expect(await readList(text)).toMatchObject([
      { line: 2, name: "Siti, S.Sos.", village: "Contoh A" },
    ]);
  },
);

it("titles do not divide a line that was copied from a spreadsheet", async () => {
  expect(await readList("Siti, S.Sos., M.Si.\tKaur\tContoh A")).toMatchObject([
    { name: "Siti, S.Sos., M.Si.", position: "Kaur" },
  ]);
});

it("a file is read in UTF-8, UTF-16 and Windows-1252", () => {
  const text = "Ñandú ꦱꦶ";
  expect(decodeList(new TextEncoder().encode(text))).toBe(text);
  expect(
    decodeList(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xb1, 0xa9])).replace("\uFEFF", ""),
  ).toBe("Aꦱ");
  expect(decodeList(new Uint8Array([0xfe, 0xff, 0x00, 0x41])).replace("\uFEFF", "")).toBe("A");
  expect(decodeList(new Uint8Array([0x4a, 0x6f, 0x73, 0xe9]))).toBe("José");
});
