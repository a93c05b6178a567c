import { rootsOf } from "./indonesian-roots.ts";
import { indexableText, wordsIn } from "./words.ts";

/** A thing as the index has it. */
export interface IndexedWords {
  title: string;
  text: string;
  /** The roots of its words, as far as they are none of its words themselves. */
  roots: string;
  /** Its words without digits, of a length that can be mistyped: what a typing error is held against. */
  spelled: string[];
}

/** A row of the database is at most 2 MB, JSON around it included; what stands behind is not found. */
const longestText = 400_000;
const [shortestSpelled, longestSpelled] = [4, 24];

export function indexedWords(title: string, text: string): IndexedWords {
  const [head, body] = [indexableText(title), indexableText(text.slice(0, longestText))];
  const words = new Set([...wordsIn(head), ...wordsIn(body)]);
  const roots = new Set<string>();
  for (const word of words) for (const root of rootsOf(word)) roots.add(root);
  const spelled = [...words].filter(
    (word) =>
      word.length >= shortestSpelled && word.length <= longestSpelled && /^\p{L}+$/u.test(word),
  );
  return {
    title: head,
    text: body,
    roots: [...roots].filter((root) => !words.has(root)).join(" "),
    spelled,
  };
}
