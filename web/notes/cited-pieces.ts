import type { CitedRegulation } from "../../party/notes/thread-view.ts";

interface Piece {
  /** The place of its first letter. */
  from: number;
  words: string;
  /** What these words cite; null for all others. */
  regulationId: string | null;
}

/** A note's words with those that cite something set apart, and what is cited without such words. */
export function citedPieces(text: string, cited: readonly CitedRegulation[]) {
  let pieces: Piece[] = [{ from: 0, words: text, regulationId: null }];
  const elsewhere: CitedRegulation[] = [];
  for (const citation of cited) {
    const { id, words } = citation;
    const found = pieces.find((each) => each.regulationId === null && each.words.includes(words));
    if (!found) {
      elsewhere.push(citation);
      continue;
    }
    const at = found.words.indexOf(words);
    const end = at + words.length;
    const cut: Piece[] = [
      { from: found.from, words: found.words.slice(0, at), regulationId: null },
      { from: found.from + at, words, regulationId: id },
      { from: found.from + end, words: found.words.slice(end), regulationId: null },
    ];
    pieces = pieces.flatMap((each) => (each === found ? cut : each));
  }
  return { pieces: pieces.filter(({ words }) => words !== ""), elsewhere };
}
