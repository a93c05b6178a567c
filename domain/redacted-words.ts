import { redactionFiller } from "./redaction.ts";

/** Fewer letters stand in half of all words. */
export const minRedactedLetters = 3;

/** From so many digits on a part of the words names somebody by itself: a NIK, a phone, an account. */
const minNumberDigits = 6;

/** How a number's digits may stand apart, from not at all to freely. */
const numberShapes = ["", "[.\\p{Pd}]?", "[\\s.\\p{Pd}]{0,3}"].map(
  (gap) => new RegExp(`\\p{Nd}(?:${gap}\\p{Nd}){${minNumberDigits - 1},}`, "gu"),
);

/** A word, and a number whose digits stand apart by one sign at most. */
const wholeShapes = [/[\p{L}\p{N}]+/gu, /\p{Nd}(?:[\s.\p{Pd}]?\p{Nd}){5,}/gu];

/**
 * A text with these words overwritten wherever they stand in it as whole words, in capitals or not:
 * its length stays as it was. A number in the words, of 6 digits or more, goes by itself too, also
 * where spaces, dots or hyphens stand between its digits. The same text where nothing of it does.
 */
export function overwritten(text: string, words: readonly string[]): string {
  const folded = foldedUnits(text);
  return withBars(
    text,
    words.flatMap((each) => placesOf(folded, each)),
  );
}

/** As `overwritten`, for pieces that were cut from a text anywhere: in the middle of words too. */
export function overwrittenPieces(text: string, pieces: readonly string[]): string {
  const folded = foldedUnits(text);
  return withBars(
    text,
    pieces.flatMap((each) => piecesOf(folded, foldedUnits(each))),
  );
}

function withBars(text: string, places: readonly [number, number][]): string {
  let units: string[] | null = null;
  for (const [from, to] of places) {
    units ??= Array.from({ length: text.length }, (_, unit) => text.charAt(unit));
    units.fill(redactionFiller, from, to);
  }
  return units?.join("") ?? text;
}

/**
 * As `overwritten`, for words that were taken from a text: all of it goes where it is a part of these
 * words, of 3 letters or more. It may begin in the middle of a word, as somebody marked it.
 */
export function overwrittenQuote(quote: string, words: readonly string[]): string {
  const part = foldedUnits(quote).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const isPart =
    part.length >= minRedactedLetters && words.some((each) => foldedUnits(each).includes(part));
  return isPart ? redactionFiller.repeat(quote.length) : overwritten(quote, words);
}

/**
 * The whole words, and the whole number, that chosen words are a part of; null where they stand
 * whole. Only whole ones are overwritten beside the text.
 * @param around what is shown of the text before and after them
 */
export function wholeAround(
  words: string,
  { before, after }: { before: string; after: string },
): string | null {
  const text = before + words + after;
  let [from, to] = [before.length, before.length + words.length];
  for (const shape of wholeShapes) {
    for (const { index, 0: whole } of text.matchAll(shape)) {
      if (index >= to || index + whole.length <= from) continue;
      [from, to] = [Math.min(from, index), Math.max(to, index + whole.length)];
    }
  }
  return to - from > words.length ? text.slice(from, to) : null;
}

/** Whether a text, or any text in a JSON value, has what `overwritten` would take. */
export function holdsWords(value: unknown, words: readonly string[]): boolean {
  if (typeof value === "string") return overwritten(value, words) !== value;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((each) => holdsWords(each, words));
}

/** From and to, in units. */
function placesOf(folded: string, word: string): [number, number][] {
  const wanted = foldedUnits(word);
  if (wanted === "") return [];
  const places = numbersIn(wanted).flatMap((digits) =>
    [...folded.matchAll(numberPattern(digits))].map(
      ({ index, 0: { length } }): [number, number] => [index, index + length],
    ),
  );
  const whole = piecesOf(folded, wanted).filter(
    ([from, to]) => !isInWord(folded, from) && !isInWord(folded, to),
  );
  return [...places, ...whole];
}

function piecesOf(folded: string, wanted: string): [number, number][] {
  const places: [number, number][] = [];
  if (wanted === "") return places;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    places.push([at, at + wanted.length]);
  }
  return places;
}

/** Their digits alone: one beside another is a number of its own, and may be one with it. */
function numbersIn(words: string): string[] {
  const found = numberShapes.flatMap((shape) => words.match(shape) ?? []);
  return [...new Set(found.map((each) => each.replace(/\P{Nd}/gu, "")))];
}

function numberPattern(digits: string): RegExp {
  return new RegExp(`(?<!\\p{N})${[...digits].join("[\\s.\\p{Pd}]{0,3}")}(?!\\p{N})`, "gu");
}

/** Whether letters or digits stand on both sides of this place. */
function isInWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

/** In small letters, unit by unit, so that places stay what they were. */
function foldedUnits(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at);
    const folded = unit.toLowerCase();
    return folded.length === 1 ? folded : unit;
  }).join("");
}
