import { expect, test } from "vitest";
import { type WordChange, wordChanges } from "./word-changes.ts";

const cases: [before: string, after: string, shown: string][] = [
  ["Pagu turun seperlima.", "Pagu turun seperempat.", "Pagu turun [-seperlima.][+seperempat.]"],
  ["Pagu turun.", "Pagu Dana Desa turun.", "Pagu [+Dana Desa ]turun."],
  ["Pagu Dana Desa turun.", "Pagu turun.", "Pagu [-Dana Desa ]turun."],
  ["satu dua", "tiga empat", "[-satu dua][+tiga empat]"],
  ["sama", "sama", "sama"],
  ["dihapus", "", "[-dihapus]"],
];

test.each(cases)("what becomes of “%s” in “%s” is shown word by word", (before, after, shown) => {
  expect(wordChanges(before, after).map(show).join("")).toBe(shown);
});

test("whatever is compared, the runs are both texts again", () => {
  const words = ["pagu", "desa", " ", "\n", "turun", "  ", "2027"];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const text = () => Array.from({ length: next(30) }, () => words[next(words.length)]).join("");
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()];
    const changes = wordChanges(before, after);
    expect(join(changes, "added")).toBe(before);
    expect(join(changes, "removed")).toBe(after);
  }
});

test("of very long texts the whole is shown, and not compared", () => {
  const long = "kata ".repeat(600);
  expect(wordChanges(long, "kata").map(({ kind }) => kind)).toEqual(["removed", "added"]);
});

function show({ kind, text }: WordChange): string {
  if (kind === "same") return text;
  return `[${kind === "removed" ? "-" : "+"}${text}]`;
}

function join(changes: WordChange[], without: WordChange["kind"]): string {
  return changes.map(({ kind, text }) => (kind === without ? "" : text)).join("");
}
