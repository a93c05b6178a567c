import { longName, type RegulationFacts, shortName } from "../../domain/regulations.ts";

/** Longer than any name in the register. */
export const longestName = 160;

interface Named<R> {
  regulation: R;
  /** How many letters before the end its name begins. */
  length: number;
}

/** The regulation whose name stands at the end of these words, as a word of its own. */
export function namedAtEnd<R extends RegulationFacts>(
  text: string,
  regulations: readonly R[],
): Named<R> | null {
  const end = text.slice(-longestName).toLowerCase();
  let found: Named<R> | null = null;
  for (const regulation of regulations) {
    for (const name of [shortName(regulation), longName(regulation)]) {
      const { length } = name;
      if (!end.endsWith(name.toLowerCase()) || length <= (found?.length ?? 0)) continue;
      // "1Perdes" names nothing.
      if (!/[\p{L}\p{N}]$/u.test(end.slice(0, -length))) found = { regulation, length };
    }
  }
  return found;
}
