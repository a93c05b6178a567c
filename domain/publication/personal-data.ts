import { foldWords } from "../people-words.ts";

export const personalKinds = ["nik", "nip", "email", "phone", "account", "name"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What looks like personal data, in UTF-16 units of the text. */
export interface PersonalData {
  kind: PersonalKind;
  from: number;
  to: number;
  text: string;
}

/** Numbers that stand alone: no letter, digit or part of a sum beside them. */
const alone = (digits: string) => `(?<![\\p{L}\\p{N}.,/])${digits}(?![\\p{L}\\p{N}]|[.,/]\\d)`;
const gap = "[ .\\-–]?";

/** The first that fits wins. NIK has 16 digits, NIP 18; both are written in groups too. */
const shapes: readonly (readonly [PersonalKind, RegExp])[] = [
  ["email", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ["nip", new RegExp(alone(`\\d{8}${gap}\\d{6}${gap}\\d${gap}\\d{3}`), "gu")],
  ["nik", new RegExp(alone(`\\d(?:${gap}\\d){15}`), "gu")],
  ["phone", new RegExp(alone(`(?:\\+?62|0)[ .\\-–(]*8(?:[ .\\-–()]{0,2}\\d){7,11}`), "gu")],
  ["phone", new RegExp(alone("\\(?0[2-9]\\d{1,2}\\)?[ .\\-–]+\\d(?:[ .\\-–]?\\d){4,7}"), "gu")],
  ["account", new RegExp(alone("(?:\\d[ \\-–]?){8,19}\\d"), "gu")],
];

/** Two years, or a day: digits that nobody is found by. */
const harmless = /^(?:(?:19|20)\d\d[ \-–]+(?:19|20)\d\d|(?:19|20)\d\d[ \-–]\d\d?[ \-–]\d\d?)/u;
const money = /(?:Rp|IDR)\.?\s*$/iu;

/**
 * What of a text looks like personal data, in its order and without overlaps: numbers by their
 * shape, and the people whose names are known. It warns; what it does not know it does not find.
 */
export function findPersonalData(text: string, names: NameFinder): PersonalData[] {
  const found: PersonalData[] = [];
  const add = (kind: PersonalKind, from: number, length: number) => {
    const to = from + length;
    if (found.some((other) => from < other.to && other.from < to)) return;
    found.push({ kind, from, to, text: text.slice(from, to) });
  };
  for (const [kind, shape] of shapes) {
    for (const { 0: words, index } of text.matchAll(shape)) {
      const isSum = money.test(text.slice(0, index));
      if (kind !== "email" && (isSum || harmless.test(words))) continue;
      add(kind, index, words.length);
    }
  }
  for (const { 0: words, index } of names ? text.matchAll(names) : []) {
    add("name", index, words.length);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Null where nobody is known. */
export type NameFinder = RegExp | null;

const courtesies = "Pak|Bu|Bapak|Ibu|Sdr|Sdri|Saudara|Saudari|Mas|Mbak|Kang|H|Hj|Gus|Ning";
const titles = /^(?:drs?|dra|ir|h|hj|prof|kh|r|rr)$/;

/**
 * Finds people in a text: by their whole name, however it is spaced and in capitals or not, and by
 * one word of it behind "Pak", "Bu" and the like. Titles are no part of a name.
 */
export function nameFinder(people: readonly string[]): NameFinder {
  const bare = people.map((name) =>
    foldWords(name.split(",")[0] ?? "")
      .split(" ")
      .filter((word) => word !== "" && !titles.test(word)),
  );
  const whole = bare.filter((words) => words.join("").length >= 5).map((words) => spaced(words));
  const single = [...new Set(bare.flat())].filter((word) => word.length >= 3).map(escaped);
  if (whole.length === 0 && single.length === 0) return null;
  // The longest first: of two that begin alike the whole one is found.
  const byLength = (a: string, b: string) => b.length - a.length;
  const full = [...new Set(whole)].sort(byLength);
  const called = `(?:${courtesies})\\.?\\s+(?:${single.sort(byLength).join("|")})`;
  const either = [...full, called].join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, "giu");
}

function spaced(words: readonly string[]): string {
  return words.map(escaped).join("[\\s.'’\\-]+");
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
}
