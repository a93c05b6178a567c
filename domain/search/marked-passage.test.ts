import { describe, expect, it } from "vitest";
import { SearchedWords } from "./marked-passage.ts";
import { readQuery } from "./search-query.ts";

const shown = (pieces: readonly { text: string; isHit: boolean }[]) =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");
const marked = (query: string, text: string) =>
  shown(new SearchedWords(readQuery(query)).marked(text));
const passage = (query: string, text: string) =>
  shown(new SearchedWords(readQuery(query)).passage(text));

describe("marks", () => {
  it.each([
    ["kelola ", "Pengelolaan aset, dikelola desa.", "[Pengelolaan] aset, [dikelola] desa."],
    ["pengelolaan ", "Kelola kas.", "[Kelola] kas."],
    ["paj", "Pajak dan kepajakan", "[Pajak] dan kepajakan"],
    ["pajak ", "PAJAK, pájak; pajaknya", "[PAJAK], [pájak]; [pajaknya]"],
    ['"kas desa"', "Kas desa, kas milik desa", "[Kas desa], kas milik desa"],
    ['"kas desa" milik ', "Kas desa, kas milik desa", "[Kas desa], kas [milik] desa"],
    ["kasur ", "kas desa", "kas desa"],
    ["pajak ", "<b>pajak</b> & pajak", "<b>[pajak]</b> & [pajak]"],
    ["pajak ", "", ""],
  ])("%j in %j", (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });
});

describe("a passage", () => {
  const filler = (words: number) => Array.from({ length: words }, () => "kalimat").join(" ");

  it("is where most of the words stand, between whole words", () => {
    const text = `${filler(60)} pajak ${filler(60)} pajak warung dermaga ${filler(60)}`;
    const found = passage("pajak warung dermaga ", text);
    expect(found).toContain("[pajak] [warung] [dermaga]");
    expect(found.startsWith("… kalimat")).toBe(true);
    expect(found.endsWith("kalimat …")).toBe(true);
    expect(found.length).toBeLessThan(260);
  });

  it("is the beginning where no word stands in it", () => {
    expect(passage("pajak ", `Awal ${filler(100)}`).startsWith("Awal kalimat")).toBe(true);
    expect(passage("pajak ", "Pendek.")).toBe("Pendek.");
  });

  it("never cuts a letter in two, however long a word is", () => {
    const text = `${"🙂".repeat(400)} pajak ${"🙂".repeat(400)}`;
    for (const piece of new SearchedWords(readQuery("pajak ")).passage(text)) {
      expect(piece.text.isWellFormed()).toBe(true);
    }
  });
});
