import { describe, expect, it } from "vitest";
import { anyOf, inTitle, matchOf, readQuery, typedQuery } from "./search-query.ts";

const read = (text: string) =>
  readQuery(text).map((term) =>
    term.kind === "phrase"
      ? `"${term.words.join(" ")}"`
      : `${term.word}${term.isBeginning ? "*" : ""}`,
  );

describe("what somebody typed", () => {
  it.each([
    ["", []],
    ["  \n\t ", []],
    ["*** ( ) : ^ - + {}", []],
    ["🙂", []],
    ["dana desa", ["dana", "desa*"]],
    ["dana desa ", ["dana", "desa"]],
    ["dana* desa ", ["dana*", "desa"]],
    ["DANA Désa ", ["dana", "desa"]],
    ["da", ["da"]],
    ['"dana desa" bangun', ['"dana desa"', "bangun*"]],
    ["“dana desa”", ['"dana desa"']],
    ['"dana desa', ["dana", "desa*"]],
    ['""', []],
    ["title:dana NEAR(desa, 3) ", ["title", "dana", "near", "desa", "3"]],
    ["yang dan di desa ", ["desa"]],
    ["yang dan ", ["yang", "dan"]],
    ["Rp1.500.000 ", ["rp1", "500", "000"]],
    ["a b c d e f g h i j k l m n o ", "abcdefghijkl".split("")],
  ])("%j is read as %j", (text, terms) => {
    expect(read(text)).toEqual(terms);
  });

  it("is the same when it is typed again", () => {
    const terms = readQuery('"dana desa" pajak warung ');
    expect(typedQuery(terms)).toBe('"dana desa" pajak warung');
  });
});

describe("what the index is asked", () => {
  it("names each form of a word, and nothing that the person wrote as syntax", () => {
    expect(matchOf(readQuery("menyetor pajak "))).toBe(
      '("menyetor" OR "setor" OR "nyetor") AND ("pajak")',
    );
    expect(matchOf(readQuery("paj"))).toBe('("paj" *)');
    expect(matchOf(readQuery('"kas desa"'))).toBe('{title text} : "kas desa"');
    expect(inTitle(matchOf(readQuery('pajak "kas desa"')))).toBe(
      '{title title_roots} : (("pajak") AND "kas desa")',
    );
    expect(anyOf(readQuery("pajak kas "))).toBe('("pajak") OR ("kas")');
  });

  it.each(['"', 'a" OR b', "{title} : x", "x NOT y", "'; --", "\u0000a", "a\ud800b"])(
    "holds no sign of %j",
    (text) => {
      const words = matchOf(readQuery(text)).matchAll(/"([^"]*)"/g);
      for (const [, word] of words) expect(word).toMatch(/^[\p{L}\p{N} ]+$/u);
    },
  );
});
