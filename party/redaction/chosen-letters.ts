import { type RedactionPiece, redactionFiller } from "../../domain/redaction.ts";
import type { LogStore } from "../log/log-store.ts";
import { decodePage } from "../log/page-codec.ts";
import { AttributeKeys } from "./attribute-keys.ts";
import { rewrittenUpdate } from "./rewritten-update.ts";
import { wordsFrom } from "./word-masks.ts";

/** More than anybody chooses by hand. */
const maxUnits = 20_000;

/** What is to be overwritten, as the log has it. */
export interface Chosen {
  letters: ChosenLetters;
  keys: AttributeKeys;
  /** What the letters say, to be looked for in the values of attributes and marks too. */
  words: string[];
  /** How many UTF-16 units are overwritten that are no bars yet. */
  units: number;
}

/**
 * Finds the letters of these pieces in a whole log; surrogate pairs are taken whole.
 * @param words what is looked for in values where there are no pieces
 * @returns `nothingThere` when a piece is not all text, or only bars are left of it
 */
export function chooseLetters(
  store: LogStore,
  pieces: readonly RedactionPiece[],
  words: readonly string[] = [],
): Chosen | "nothingThere" | "tooMany" {
  if (!pieces.every(isPiece)) return "nothingThere";
  const asked = pieces.reduce((sum, { length }) => sum + length, 0);
  if (asked > maxUnits) return "tooMany";
  const letters = new ChosenLetters(pieces);
  const keys = new AttributeKeys();
  const reader = {
    text: (client: number, clock: number, text: string) => letters.find(client, clock, text),
    attribute: keys.note,
    mark: (_key: string, value: unknown) => value,
  };
  const last = store.lastPage()?.last ?? 0;
  for (let place = 1; place <= last; ) {
    const page = store.pageFrom(place);
    if (!page) throw new Error("the log has a gap");
    for (const { update } of decodePage(page.entries)) rewrittenUpdate(update, reader);
    place = page.last + 1;
  }
  if (pieces.length === 0 && words.length > 0) {
    return { letters, keys, words: wordsFrom(words), units: 0 };
  }
  const said = letters.said(pieces);
  const units = letters.unitsLeft;
  if (said === null || units === 0) return "nothingThere";
  return { letters, keys, words: wordsFrom(said), units };
}

function isPiece({ client, clock, length }: RedactionPiece): boolean {
  return (
    [client, clock, length].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    length > 0
  );
}

/** Letters by Yjs ids. */
export class ChosenLetters {
  /** By client and clock: the letter as the log has it, null until it was found. */
  readonly #byClient = new Map<number, Map<number, string | null>>();

  constructor(pieces: readonly RedactionPiece[]) {
    for (const { client, clock, length } of pieces) {
      const chosen = this.#byClient.get(client) ?? new Map<number, string | null>();
      this.#byClient.set(client, chosen);
      for (let at = clock; at < clock + length; at++) chosen.set(at, null);
    }
  }

  /** Notes what the log has of them. @returns the text as it is */
  find(client: number, clock: number, text: string): string {
    const chosen = this.#byClient.get(client);
    if (!chosen) return text;
    for (let at = 0; at < text.length; at++) {
      if (!chosen.has(clock + at)) continue;
      const [from, to] = pairAround(text, at);
      for (let unit = from; unit < to; unit++) chosen.set(clock + unit, text[unit] ?? "");
    }
    return text;
  }

  /** The text with bars in the place of what is chosen. */
  overwrite(client: number, clock: number, text: string): string {
    const chosen = this.#byClient.get(client);
    if (!chosen) return text;
    let next = "";
    for (let at = 0; at < text.length; at++) {
      next += chosen.has(clock + at) ? redactionFiller : text[at];
    }
    return next;
  }

  /** What these pieces say, in their order; null where one of them is not all text. */
  said(pieces: readonly RedactionPiece[]): string[] | null {
    const said: string[] = [];
    for (const { client, clock, length } of pieces) {
      let words = "";
      for (let at = clock; at < clock + length; at++) {
        const letter = this.#byClient.get(client)?.get(at) ?? null;
        if (letter === null) return null;
        words += letter;
      }
      said.push(words);
    }
    return said;
  }

  /** How many of them are no bars yet. */
  get unitsLeft(): number {
    let units = 0;
    for (const chosen of this.#byClient.values()) {
      for (const letter of chosen.values()) if (letter !== redactionFiller) units++;
    }
    return units;
  }
}

/** From where to where the letter reaches that this unit belongs to. */
function pairAround(text: string, at: number): [from: number, to: number] {
  const isPair = (high: number) =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(high, high + 2));
  if (isPair(at)) return [at, at + 2];
  if (at > 0 && isPair(at - 1)) return [at - 1, at + 1];
  return [at, at + 1];
}
