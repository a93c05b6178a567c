import { rootsOf } from "./indonesian-roots.ts";
import type { SearchTerm } from "./search-query.ts";
import { foldWord, placedWords } from "./words.ts";

/** A piece of a text; what was looked for is marked. */
export interface MarkedPiece {
  text: string;
  isHit: boolean;
}

const passageLength = 200;
const lettersBefore = 50;

interface Place {
  at: number;
  end: number;
  /** Which of the terms it is. */
  term: number;
}

/** Tells the words of texts that a query looks for. */
export class SearchedWords {
  readonly #terms: readonly SearchTerm[];
  readonly #known = new Map<string, number>();
  readonly #families: readonly ReadonlySet<string>[];
  /** What every word has in it that is looked for; null where nothing is. */
  readonly #pattern: RegExp | null;

  constructor(terms: readonly SearchTerm[]) {
    this.#terms = terms;
    this.#families = terms.map((term) =>
      term.kind === "word" ? new Set([term.word, ...term.roots]) : new Set(),
    );
    const parts = terms.flatMap((term) =>
      term.kind === "word" ? [term.word, ...term.roots].map(coreOf) : (term.words[0] ?? []),
    );
    this.#pattern = parts.length > 0 ? new RegExp([...new Set(parts)].join("|"), "giu") : null;
  }

  /** The whole text in pieces. */
  marked(text: string): MarkedPiece[] {
    return piecesOf(text, this.#placesIn(text), 0, text.length);
  }

  /** The part of a long text that has most of what was looked for; its beginning where none is. */
  passage(text: string): MarkedPiece[] {
    const places = this.#placesIn(text);
    const best = densest(places);
    const isShort = best === null || text.length <= passageLength;
    const from = isShort ? 0 : wordStart(text, Math.max(0, best.at - lettersBefore));
    const to = wordEnd(text, Math.min(text.length, from + passageLength));
    const pieces = piecesOf(text, places, from, to);
    return [
      ...(from > 0 ? [{ text: "… ", isHit: false }] : []),
      ...pieces,
      ...(to < text.length ? [{ text: " …", isHit: false }] : []),
    ];
  }

  /** Only words with a core in them are looked at more closely: texts are long. */
  #placesIn(text: string): Place[] {
    if (this.#pattern === null) return [];
    const places: Place[] = [];
    let end = 0;
    for (const { index } of withoutAccents(text).matchAll(this.#pattern)) {
      if (index < end) continue;
      let at = index;
      while (isWordLetter(text, at - 1)) at--;
      end = index + 1;
      while (isWordLetter(text, end)) end++;
      const term = this.#termOf(foldWord(text.slice(at, end)));
      if (term >= 0) places.push({ at, end, term });
      places.push(...this.#phrasesAt(text, at));
    }
    return places.sort((one, other) => one.at - other.at || other.end - one.end);
  }

  #phrasesAt(text: string, at: number): Place[] {
    return this.#terms.flatMap((phrase, term): Place[] => {
      if (phrase.kind !== "phrase") return [];
      const from = text.slice(at, at + phrase.words.length * longestWord);
      let last = 0;
      let next = 0;
      for (const { word, end } of placedWords(from)) {
        if (next === phrase.words.length || word !== phrase.words[next]) break;
        next++;
        last = end;
      }
      return next === phrase.words.length ? [{ at, end: at + last, term }] : [];
    });
  }

  #termOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = this.#terms.findIndex((term, at) => {
      if (term.kind === "phrase") return false;
      if (term.isBeginning && word.startsWith(term.word)) return true;
      const family = this.#families[at];
      return family?.has(word) === true || rootsOf(word).some((root) => family?.has(root));
    });
    this.#known.set(word, found);
    return found;
  }
}

const longestWord = 100;
const wordLetter = /[\p{L}\p{N}]/u;

function isWordLetter(text: string, at: number): boolean {
  return wordLetter.test(text.charAt(at));
}

/** Taking an affix off may change the first letter of a root, and nothing behind it. */
function coreOf(word: string): string {
  return word.length > 3 ? word.slice(1) : word;
}

/** Letter for letter, so that places stay the same. */
function withoutAccents(text: string): string {
  return text.replace(/[\u00C0-\u024F\u1E00-\u1EFF]/gu, (letter) =>
    letter.normalize("NFD").charAt(0),
  );
}

/** Where the most different terms stand within the length of a passage. */
function densest(places: readonly Place[]): Place | null {
  let best: Place | null = null;
  let most = 0;
  for (const [index, place] of places.entries()) {
    const terms = new Set<number>();
    for (let next = index; next < places.length; next++) {
      const other = places[next];
      if (!other || other.end > place.at + passageLength - lettersBefore) break;
      terms.add(other.term);
    }
    if (terms.size > most) {
      most = terms.size;
      best = place;
    }
  }
  return best;
}

function piecesOf(text: string, places: readonly Place[], from: number, to: number): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let done = from;
  const add = (until: number, isHit: boolean) => {
    const piece = text.slice(done, until).replace(/\s+/gu, " ");
    if (piece !== "") pieces.push({ text: piece, isHit });
    done = Math.max(done, until);
  };
  for (const { at, end } of places) {
    if (at < done || end > to) continue;
    add(at, false);
    add(end, true);
  }
  add(to, false);
  return pieces;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const next = text.slice(at, at + lettersBefore).search(/\s/u);
  return next < 0 ? wholeLetter(text, at) : at + next + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - lettersBefore, at).search(/\s\S*$/u);
  return space < 0 ? wholeLetter(text, at) : at - lettersBefore + space;
}

/** Never between the halves of one letter. */
function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
