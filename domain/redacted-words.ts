import { redactionFiller } from "./redaction.ts";

/** Fewer letters stand in half of all words. */
export const minRedactedLetters = 3;

/**
 * A text with these words overwritten wherever they stand in it, in capitals or not: its length stays
 * as it was. The same text where none of them does.
 */
export function overwritten(text: string, words: readonly string[]): string {
  const folded = foldedUnits(text);
  let units: string[] | null = null;
  for (const each of words) {
    const wanted = foldedUnits(each);
    if (wanted === "") continue;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      units ??= Array.from({ length: text.length }, (_, unit) => text.charAt(unit));
      units.fill(redactionFiller, at, at + wanted.length);
    }
  }
  return units?.join("") ?? text;
}

/** Whether a text has one of these words, in capitals or not. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  return overwritten(text, words) !== text;
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
