import { redactionFiller } from "../../domain/redaction.ts";

/** Shorter words are looked for as a whole value only: else every link would lose letters. */
const shortestWithin = 4;

/**
 * What chosen letters say. The same words at several places come as pieces one after the other,
 * and words typed letter by letter as pieces of one letter each.
 * @param pieces what each piece says, in the order in which they were chosen
 */
export function wordsFrom(pieces: readonly string[]): string[] {
  const all = pieces.join("");
  const words = [all, repeated(all), ...pieces.filter((piece) => piece.length >= shortestWithin)];
  return [...new Set(words.flatMap((each) => each.split(redactionFiller)))].filter(
    (each) => each.trim() !== "",
  );
}

/** What a text consists of when it says the same again and again, else itself. */
function repeated(text: string): string {
  const small = text.toLowerCase();
  const length = small.length === text.length ? (small + small).indexOf(small, 1) : text.length;
  return text.slice(0, length);
}

/** A value with bars where it, or any text in it, says one of the words; else the same object. */
export function maskedValue(value: unknown, words: readonly string[]): unknown {
  if (typeof value === "string") return words.reduce(maskedText, value);
  if (Array.isArray(value)) {
    const next = value.map((each) => maskedValue(each, words));
    return next.some((each, at) => each !== value[at]) ? next : value;
  }
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, each, maskedValue(each, words)]);
  if (entries.every(([, before, after]) => before === after)) return value;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}

/** Capital letters and small ones are the same. */
function maskedText(text: string, words: string): string {
  const [small, wanted] = [folded(text), folded(words)];
  if (words.length < shortestWithin && small !== wanted) return text;
  let next = "";
  let from = 0;
  for (let at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, from)) {
    next += text.slice(from, at) + redactionFiller.repeat(words.length);
    from = at + words.length;
  }
  return next + text.slice(from);
}

function folded(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}
