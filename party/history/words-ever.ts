import * as Y from "yjs";
import { childItems, rangeOf, typeOf } from "./kept-items.ts";
import type { Life, Replay } from "./replay.ts";

/** What has matched the words' beginning, as it was from place `insertedAt` to before `deletedAt`. */
interface Match extends Life {
  matched: number;
}

/**
 * Whether a block of text reads so now, or read so at any place before: letters that stood side by
 * side at the same time. Capital letters and small ones are the same.
 */
export function everRead(replay: Replay, block: Y.XmlElement, words: string): boolean {
  const wanted = [...Array(words.length).keys()].map((at) => folded(words[at] ?? ""));
  const { letters, lives } = lettersEver(replay, block);
  for (let start = 0; start + wanted.length <= letters.length; start++) {
    if (letters[start] === wanted[0] && matchesFrom(letters, lives, start, wanted)) return true;
  }
  return false;
}

function matchesFrom(
  letters: readonly string[],
  lives: readonly Life[],
  start: number,
  wanted: readonly string[],
): boolean {
  const first = lives[start];
  if (!first) return false;
  let matches: Match[] = [{ ...first, matched: 1 }];
  for (let at = start + 1; matches.length > 0; at++) {
    if (matches.some(({ matched }) => matched === wanted.length)) return true;
    const [letter, life] = [letters[at], lives[at]];
    if (letter === undefined || life === undefined) return false;
    matches = matches.flatMap((match) => passed(match, life, letter === wanted[match.matched]));
  }
  return false;
}

/** While the next letter was there it goes on or ends; before and after it was not in the way. */
function passed(match: Match, life: Life, goesOn: boolean): Match[] {
  const insertedAt = Math.max(match.insertedAt, life.insertedAt);
  const deletedAt = Math.min(match.deletedAt, life.deletedAt);
  if (insertedAt >= deletedAt) return [match];
  return [
    { ...match, deletedAt: insertedAt },
    ...(goesOn ? [{ insertedAt, deletedAt, matched: match.matched + 1 }] : []),
    { ...match, insertedAt: deletedAt },
  ].filter((each) => each.insertedAt < each.deletedAt);
}

/** Every letter that was ever in a block, in its order. */
function lettersEver(replay: Replay, block: Y.XmlElement): { letters: string[]; lives: Life[] } {
  const letters: string[] = [];
  const lives: Life[] = [];
  for (const item of childItems(block)) {
    const text = typeOf(item);
    if (!(text instanceof Y.XmlText)) continue;
    for (const run of childItems(text)) {
      const { content, id } = run;
      if (!(content instanceof Y.ContentString)) continue;
      replay.visitLives(rangeOf(run), (clock, end, insertedAt, deletedAt) => {
        for (let at = clock; at < end; at++) {
          letters.push(folded(content.str[at - id.clock] ?? ""));
          lives.push({ insertedAt, deletedAt });
        }
      });
    }
  }
  return { letters, lives };
}

/** One unit for one unit: what grows when it is made small stays as it is. */
function folded(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}
