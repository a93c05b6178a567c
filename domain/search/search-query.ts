import { rootsOf } from "./indonesian-roots.ts";
import { foldWord, placedWords } from "./words.ts";

/** What a person looks for: words of which each has to be there, and phrases as they are written. */
export type SearchTerm =
  | {
      kind: "word";
      word: string;
      /** Whether words that go on after it are meant too. */
      isBeginning: boolean;
      /** Its family: words that share one of these are forms of it. */
      roots: readonly string[];
    }
  | { kind: "phrase"; words: readonly string[] };

export const maxQueryLength = 200;
/** More than that narrows nothing down any further. */
const mostTerms = 12;
const shortestBeginning = 3;

/** Words that stand in every text; they are looked for only where there is nothing else. */
const common = new Set(
  "yang dan di ke dari untuk pada dengan atau dalam oleh adalah ini itu para akan bagi serta juga sebagai agar telah bahwa".split(
    " ",
  ),
);

/**
 * Reads what somebody typed, whatever it is: between quotation marks a phrase, a `*` behind a word
 * its beginning, and so the last word while it is being typed. Every other sign means nothing.
 * @returns none where there is neither letter nor digit
 */
export function readQuery(text: string): SearchTerm[] {
  const pieces = text.normalize("NFC").split(/["“”„]/u);
  const terms = pieces.flatMap((piece, at) => {
    const isClosed = at % 2 === 1 && at < pieces.length - 1;
    const isLast = at === pieces.length - 1;
    return isClosed ? phraseOf(piece) : wordsOf(piece, isLast);
  });
  const telling = terms.filter((term) => term.kind === "phrase" || !common.has(term.word));
  return (telling.length > 0 ? telling : terms).slice(0, mostTerms);
}

function phraseOf(text: string): SearchTerm[] {
  const words = [...placedWords(text)].map(({ word }) => word);
  const [only] = words;
  if (only === undefined) return [];
  return [{ kind: "phrase", words }];
}

function wordsOf(text: string, isLast: boolean): SearchTerm[] {
  return [...placedWords(text)].map(({ word, end }) => {
    const isTyped = isLast && end === text.length;
    return wordTerm(word, (isTyped || text[end] === "*") && word.length >= shortestBeginning);
  });
}

/** A word with its family. @param word folded */
export function wordTerm(word: string, isBeginning: boolean): SearchTerm & { kind: "word" } {
  return { kind: "word", word, isBeginning, roots: rootsOf(foldWord(word)) };
}

/** The expression that finds what has all of these, for an index of the columns of `search_index`. */
export function matchOf(terms: readonly SearchTerm[]): string {
  return terms.map(expressionOf).join(" AND ");
}

/** The same for what says all of them in its title. */
export function inTitle(match: string): string {
  return `{title title_roots} : (${match.replaceAll("{title text} : ", "")})`;
}

/** The expression that finds what has any of them. */
export function anyOf(terms: readonly SearchTerm[]): string {
  return terms.map(expressionOf).join(" OR ");
}

/** Words consist of letters and digits alone, so that nothing in them is syntax. */
function expressionOf(term: SearchTerm): string {
  if (term.kind === "phrase") return `{title text} : ${quoted(term.words.join(" "))}`;
  const beginning = term.isBeginning ? `${quoted(term.word)} *` : quoted(term.word);
  return `(${[beginning, ...term.roots.map(quoted)].join(" OR ")})`;
}

function quoted(words: string): string {
  return `"${words}"`;
}

/** The query as a person would type it. */
export function typedQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map((term) => (term.kind === "phrase" ? quoted(term.words.join(" ")) : term.word))
    .join(" ");
}
