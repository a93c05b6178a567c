import { rootsOf } from "./indonesian-roots.ts";
import { indexableText, wordsIn } from "./words.ts";

/** A thing as the index has it. */
export interface IndexedWords {
  title: string;
  text: string;
  /** The roots of the title's words and of the text's, as far as they do not stand there themselves. */
  titleRoots: string;
  textRoots: string;
  /** Its words without digits, of a length that can be mistyped: what a typing error is held against. */
  spelled: string[];
}

/** A row of the database is at most 2 MB, JSON around it included; what stands behind is not found. */
const longestText = 400_000;
const [shortestSpelled, longestSpelled] = [4, 24];

export function indexedWords(title: string, text: string): IndexedWords {
  const [head, body] = [indexableText(title), indexableText(text.slice(0, longestText))];
  const [titleWords, textWords] = [wordsIn(head), wordsIn(body)];
  const spelled = [...new Set([...titleWords, ...textWords])].filter(
    (word) =>
      word.length >= shortestSpelled && word.length <= longestSpelled && /^\p{L}+$/u.test(word),
  );
  return {
    title: head,
    text: body,
    titleRoots: rootsIn(titleWords),
    textRoots: rootsIn(textWords),
    spelled,
  };
}

function rootsIn(words: ReadonlySet<string>): string {
  const roots = new Set<string>();
  for (const word of words) for (const root of rootsOf(word)) roots.add(root);
  return [...roots].filter((root) => !words.has(root)).join(" ");
}
