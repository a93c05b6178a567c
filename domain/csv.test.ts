import Papa from "papaparse";
import { expect, it } from "vitest";
import { toCsv } from "./csv.ts";

const read = (csv: string) => Papa.parse<string[]>(csv.slice(1), { delimiter: "," }).data;

it("writes lines that end in CRLF, behind the mark that Excel reads UTF-8 by", () => {
  expect(
    toCsv([
      ["nama", "jumlah"],
      ["Siti", 3],
      [null, true],
    ]),
  ).toBe("\uFEFFnama,jumlah\r\nSiti,3\r\n,true\r\n");
  expect(toCsv([])).toBe("\uFEFF");
});

it("is read back as it was, whatever stands in a cell", () => {
  const names = ["S.Sos., M.Si.", 'Sutrisno "Pak Tris"', "dua\nbaris", "a\r\nb", "a;b", " Ma'ruf "];
  const [cells] = read(toCsv([[...names, "ꦱꦶꦤꦲꦸ"]]));
  expect(cells).toEqual([...names, "ꦱꦶꦤꦲꦸ"]);
});

it.each([
  "=1+1",
  "+62812",
  "-5",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "\n=1",
  "\u00A0=1",
  "\uFEFF=1",
  "＝1",
  '=HYPERLINK("http://x","y")',
])("lets no spreadsheet run %j", (text) => {
  const [[cell] = []] = read(toCsv([[text]]));
  expect(cell).toBe(`'${text}`);
});

it("leaves numbers alone, which are no text", () => {
  expect(toCsv([[-5]])).toBe("\uFEFF-5\r\n");
});
