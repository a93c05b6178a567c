import { longName, type RegulationFacts, shortName } from "../../domain/regulations.ts";

interface Named<R> {
  regulation: R;
  /** Its name as it stands in the text. */
  words: string;
}

/** The regulations whose names stand in a text, as words of their own; each where it stands first. */
export function namedIn<R extends RegulationFacts>(
  text: string,
  regulations: readonly R[],
): Named<R>[] {
  const lower = text.toLowerCase();
  return regulations.flatMap((regulation) => {
    for (const name of [shortName(regulation), longName(regulation)]) {
      const at = placeOf(name.toLowerCase(), lower);
      if (at >= 0) return [{ regulation, words: text.slice(at, at + name.length) }];
    }
    return [];
  });
}

function placeOf(name: string, text: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isWord = !/[\p{L}\p{N}]$/u.test(text.slice(0, at).slice(-2));
    if (isWord && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))) return at;
  }
  return -1;
}
