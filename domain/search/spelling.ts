/** Which words somebody may have meant who mistyped one. */

/** Of shorter words every other one is near. */
const shortestCorrected = 4;
const twiceFrom = 7;
const most = 8;

/** How many letters may be wrong in a word: 0 where it is not to be corrected at all. */
export function wrongLettersIn(word: string): number {
  if (!/^\p{L}+$/u.test(word) || word.length < shortestCorrected) return 0;
  return word.length < twiceFrom ? 1 : 2;
}

/** The nearest of these words, the nearest first; itself is none of them. */
export function nearestWords(word: string, known: Iterable<string>): string[] {
  const atMost = wrongLettersIn(word);
  const near: { word: string; distance: number }[] = [];
  for (const other of known) {
    if (other === word) continue;
    const distance = distanceOf(word, other, atMost);
    if (distance <= atMost) near.push({ word: other, distance });
  }
  near.sort((one, other) => one.distance - other.distance || order(one.word, other.word));
  return near.slice(0, most).map((each) => each.word);
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/**
 * In how many letters two words differ: one that is wrong, missing or too many, or two that changed
 * places, counts once. More than `atMost` is not counted out.
 */
export function distanceOf(one: string, other: string, atMost: number): number {
  if (Math.abs(one.length - other.length) > atMost) return atMost + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      let cost = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (row > 1 && at > 1 && isSwapped) cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > atMost) return atMost + 1;
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
