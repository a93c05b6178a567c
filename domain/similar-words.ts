import { foldWords } from "./people-words.ts";

/** Words that stand in every question. */
const common = new Set(
  "yang untuk dari dengan pada atau dalam adalah akan oleh kami kita desa bagaimana apakah apa bila jika tidak dapat boleh harus bisa cara tentang".split(
    " ",
  ),
);
const shortestWord = 3;
/** Of the shorter one's words. */
const leastShare = 0.4;

/**
 * How much two texts are about the same, by the words that both hold: 0 to 1. Neither case, accents
 * nor the order of words count, nor words that every question holds.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / smaller;
}

/** The most similar first, and none that is about something else. */
export function mostSimilar<T>(
  text: string,
  things: readonly T[],
  textOf: (thing: T) => string,
  atMost: number,
): T[] {
  return things
    .map((thing) => ({ thing, likeness: likeness(text, textOf(thing)) }))
    .filter((each) => each.likeness >= leastShare)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, atMost)
    .map(({ thing }) => thing);
}

function wordsOf(text: string): Set<string> {
  const words = foldWords(text).split(" ");
  return new Set(words.filter((word) => word.length >= shortestWord && !common.has(word)));
}
