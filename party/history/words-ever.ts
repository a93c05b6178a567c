import * as Y from "yjs";
import { childItems, rangeOf, typeOf } from "./kept-items.ts";
import type { Life, Replay } from "./replay.ts";

/** What has matched the words' beginning, as it was from place `insertedAt` to before `deletedAt`. */
interface Match extends Life {
  /** The numbers of the letters. */
  letters: readonly number[];
}

/** A letter that is or was in a block of text. */
interface Letter extends Life {
  letter: string;
  client: number;
  clock: number;
}

/** Letters that stood side by side and said the words, last at place `lastAt`. */
export interface WordsMatch {
  letters: Letter[];
  lastAt: number;
}

/**
 * Whether a block of text reads so now, or read so at any place before: letters that stood side by
 * side at the same time. Capital letters and small ones are the same.
 */
export function everRead(replay: Replay, block: Y.XmlElement, words: string): boolean {
  return !matchesIn(lettersEver(replay, block), words).next().done;
}

/** Each time that a block of text reads or ever read so; words that one letter sets apart are two. */
export function* wordsEver(
  replay: Replay,
  block: Y.XmlElement,
  words: string,
): Generator<WordsMatch> {
  const letters = lettersEver(replay, block);
  for (const match of matchesIn(letters, words)) {
    yield {
      letters: match.letters.flatMap((at) => letters[at] ?? []),
      lastAt: Math.min(match.deletedAt - 1, replay.last),
    };
  }
}

/** Those of a block's letters that are meant, as they stood last; null where none of them is. */
export function lettersIn(
  replay: Replay,
  block: Y.XmlElement,
): (isMeant: (client: number, clock: number) => boolean) => WordsMatch | null {
  const all = lettersEver(replay, block);
  return (isMeant) => {
    const letters = all.filter(({ client, clock }) => isMeant(client, clock));
    if (letters.length === 0) return null;
    const gone = Math.min(...letters.map(({ deletedAt }) => deletedAt));
    return { letters, lastAt: Math.min(gone - 1, replay.last) };
  };
}

/** What a block read at a place, around some of its letters. */
export function wordsAround(
  replay: Replay,
  block: Y.XmlElement,
  { letters, lastAt }: WordsMatch,
): { before: string; words: string; after: string } {
  const there = lettersEver(replay, block).filter(
    ({ insertedAt, deletedAt }) => insertedAt <= lastAt && lastAt < deletedAt,
  );
  const numberOf = (letter: Letter | undefined) =>
    there.findIndex(({ client, clock }) => client === letter?.client && clock === letter.clock);
  const from = numberOf(letters[0]);
  const to = numberOf(letters.at(-1)) + 1;
  const said = (start: number, end: number) =>
    there
      .slice(Math.max(0, start), end)
      .map(({ letter }) => letter)
      .join("")
      .replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
  return {
    before: said(from - lettersShown, from),
    words: letters.map(({ letter }) => letter).join(""),
    after: said(to, to + lettersShown),
  };
}

const lettersShown = 40;

function* matchesIn(letters: readonly Letter[], words: string): Generator<Match> {
  const wanted = [...Array(words.length).keys()].map((at) => folded(words[at] ?? ""));
  const block = {
    letters,
    read: letters.map(({ letter }) => folded(letter)),
    rest: restsOf(letters),
  };
  for (let start = 0; start + wanted.length <= letters.length; start++) {
    if (block.read[start] === wanted[0]) yield* matchesFrom(block, start, wanted);
  }
}

interface Block {
  letters: readonly Letter[];
  /** The letters, small. */
  read: readonly string[];
  /** Of each letter and all behind it, from when to when any of them was there. */
  rest: readonly Life[];
}

function restsOf(letters: readonly Letter[]): Life[] {
  const rests: Life[] = [];
  let rest: Life = { insertedAt: Number.POSITIVE_INFINITY, deletedAt: 0 };
  for (let at = letters.length - 1; at >= 0; at--) {
    const { insertedAt, deletedAt } = letters[at] ?? rest;
    rest = {
      insertedAt: Math.min(rest.insertedAt, insertedAt),
      deletedAt: Math.max(rest.deletedAt, deletedAt),
    };
    rests[at] = rest;
  }
  return rests;
}

/** The same letters once, as they stood last. */
function* matchesFrom(
  { letters, read, rest }: Block,
  start: number,
  wanted: readonly string[],
): Generator<Match> {
  const first = letters[start];
  if (!first) return;
  const found = new Map<string, Match>();
  const { insertedAt, deletedAt } = first;
  let matches: Match[] = [{ insertedAt, deletedAt, letters: [start] }];
  for (let at = start + 1; matches.length > 0; at++) {
    const whole = matches.filter((match) => match.letters.length === wanted.length);
    for (const match of whole) {
      const key = match.letters.join();
      const known = found.get(key);
      if (!known || known.deletedAt < match.deletedAt) found.set(key, match);
    }
    const [letter, ahead] = [letters[at], rest[at]];
    if (letter === undefined || ahead === undefined) break;
    // What no letter ahead stood beside goes on no further.
    matches = matches.filter(
      (match) =>
        match.letters.length < wanted.length &&
        match.deletedAt > ahead.insertedAt &&
        match.insertedAt < ahead.deletedAt,
    );
    matches = matches.flatMap((match) =>
      passed(match, letter, read[at] === wanted[match.letters.length] ? at : null),
    );
  }
  yield* found.values();
}

/**
 * While the next letter was there it goes on or ends; before and after it was not in the way.
 * @param next the letter's number where the words go on with it
 */
function passed(match: Match, life: Life, next: number | null): Match[] {
  const insertedAt = Math.max(match.insertedAt, life.insertedAt);
  const deletedAt = Math.min(match.deletedAt, life.deletedAt);
  if (insertedAt >= deletedAt) return [match];
  return [
    { ...match, deletedAt: insertedAt },
    ...(next === null ? [] : [{ insertedAt, deletedAt, letters: [...match.letters, next] }]),
    { ...match, insertedAt: deletedAt },
  ].filter((each) => each.insertedAt < each.deletedAt);
}

/** Every letter that was ever in a block, in its order. */
function lettersEver(replay: Replay, block: Y.XmlElement): Letter[] {
  const letters: Letter[] = [];
  for (const item of childItems(block)) {
    const text = typeOf(item);
    if (!(text instanceof Y.XmlText)) continue;
    for (const run of childItems(text)) {
      const { content, id } = run;
      if (!(content instanceof Y.ContentString)) continue;
      const { client } = id;
      replay.visitLives(rangeOf(run), (from, end, insertedAt, deletedAt) => {
        for (let clock = from; clock < end; clock++) {
          const letter = content.str[clock - id.clock] ?? "";
          letters.push({ letter, client, clock, insertedAt, deletedAt });
        }
      });
    }
  }
  return letters;
}

/** One unit for one unit: what grows when it is made small stays as it is. */
function folded(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}
