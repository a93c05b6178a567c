import { rootsOf } from "./indonesian-roots.ts";
import type { SearchTerm } from "./search-query.ts";
import { placedWords } from "./words.ts";

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
  readonly #cores: readonly string[];

  constructor(terms: readonly SearchTerm[]) {
    this.#terms = terms;
    this.#families = terms.map((term) =>
      term.kind === "word" ? new Set([term.word, ...term.roots]) : new Set(),
    );
    // Taking an affix off may change the first letter of a root, and nothing behind it.
    const members = this.#families.flatMap((family) => [...family]);
    this.#cores = members.map((each) => (each.length > 3 ? each.slice(1) : each));
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

  #placesIn(text: string): Place[] {
    const words = [...placedWords(text)];
    const places = words.flatMap(({ word, at, end }): Place[] => {
      const term = this.#termOf(word);
      return term < 0 ? [] : [{ at, end, term }];
    });
    for (const [term, { ...phrase }] of this.#terms.entries()) {
      if (phrase.kind !== "phrase") continue;
      for (let start = 0; start + phrase.words.length <= words.length; start++) {
        if (!phrase.words.every((word, next) => words[start + next]?.word === word)) continue;
        const last = words[start + phrase.words.length - 1];
        const first = words[start];
        if (first && last) places.push({ at: first.at, end: last.end, term });
      }
    }
    return places.sort((one, other) => one.at - other.at || other.end - one.end);
  }

  #termOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = this.#terms.findIndex((term, at) => {
      if (term.kind === "phrase") return false;
      if (term.isBeginning && word.startsWith(term.word)) return true;
      const family = this.#families[at];
      return family?.has(word) === true || this.#isKin(word, family);
    });
    this.#known.set(word, found);
    return found;
  }

  #isKin(word: string, family: ReadonlySet<string> | undefined): boolean {
    if (!this.#cores.some((core) => word.includes(core))) return false;
    return rootsOf(word).some((root) => family?.has(root));
  }
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
