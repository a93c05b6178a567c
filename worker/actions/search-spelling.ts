import { matchOf, type SearchTerm, wordTerm } from "../../domain/search/search-query.ts";
import { nearestWords, wrongLettersIn } from "../../domain/search/spelling.ts";
import type { Database } from "../db/open.ts";
import { selectMatching, selectSpelled } from "../db/search.ts";
import type { SearchFilter, SearchScope } from "../db/search-conditions.ts";

/** Nobody mistypes more of them, and each is a statement. */
const mostCorrected = 3;

interface Seen {
  scope: SearchScope;
  /** Without what a person has narrowed their search down to. */
  everything: SearchFilter;
}

/**
 * The same query with other words for those that stand nowhere the person may look. What is offered
 * stands where they may, letter for letter.
 * @returns null where there is nothing to correct
 */
export async function corrected(
  db: Database,
  terms: readonly SearchTerm[],
  seen: Seen,
): Promise<SearchTerm[] | null> {
  const words = terms.filter((term) => term.kind === "word" && wrongLettersIn(term.word) > 0);
  const unknown = await withoutHits(db, words, seen);
  const nearest = new Map<string, string>();
  for (const term of unknown.slice(0, mostCorrected)) {
    if (term.kind !== "word") continue;
    const better = await nearestSeen(db, term.word, seen);
    if (better !== undefined) nearest.set(term.word, better);
  }
  if (nearest.size === 0) return null;
  return terms.map((term) => {
    const better = term.kind === "word" ? nearest.get(term.word) : undefined;
    return better === undefined ? term : wordTerm(better, false);
  });
}

async function withoutHits(
  db: Database,
  terms: readonly SearchTerm[],
  { scope, everything }: Seen,
): Promise<SearchTerm[]> {
  if (terms.length === 0) return [];
  const matches = terms.map((term) => matchOf([term]));
  const found = await selectMatching(db, matches, scope, everything);
  return terms.filter((_, at) => !found.has(matches[at] ?? ""));
}

async function nearestSeen(
  db: Database,
  word: string,
  { scope, everything }: Seen,
): Promise<string | undefined> {
  // The first letter is seldom wrong, but may have changed places with the second or be missing.
  const letters = [...new Set([...word].slice(0, 2))];
  const atMostWrong = wrongLettersIn(word);
  const near = nearestWords(
    word,
    await selectSpelled(db, { letters, length: word.length, atMostWrong }),
  );
  const matches = near.map((each) => `{title text} : "${each}"`);
  const seen = await selectMatching(db, matches, scope, everything);
  return near.find((_, at) => seen.has(matches[at] ?? ""));
}
