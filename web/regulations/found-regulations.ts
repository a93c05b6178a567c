import { foldWords } from "../../domain/people-words.ts";
import { longName, type RegulationFacts, shortName } from "../../domain/regulations.ts";

/** Those in whose name or subject every word of the search stands. */
export function foundRegulations<R extends RegulationFacts & { about: string }>(
  regulations: readonly R[],
  search: string,
): R[] {
  const words = foldWords(search).split(" ").filter(Boolean);
  return regulations.filter((regulation) => {
    const text = foldWords(`${shortName(regulation)} ${longName(regulation)} ${regulation.about}`);
    return words.every((word) => text.includes(word));
  });
}
