import type { AuthorState } from "./crash-orders.ts";

/** What became of the letters of a run. Each counts once, however often it is missed. */
export class Tally {
  readonly acknowledgedLost = new Set<string>();
  /** Letters that had arrived at somebody else, who came back. */
  readonly seenLost = new Set<string>();
  /** Letters of authors who returned, whether seen or not. */
  readonly ownLost = new Set<string>();
  readonly duplicated = new Set<string>();
  readonly personOf = new Map<string, string>();
  /** Everything acknowledged, seen or owned by somebody who came back. */
  readonly mustBeThere = new Set<string>();

  /** @param kept the shared text after a kill, when all who return were back */
  count(
    states: readonly AuthorState[],
    found: {
      leavers: readonly number[];
      kept: string;
      personOf: (author: number) => string;
    },
  ): void {
    const here = new Set(found.kept);
    const expect = (letters: Iterable<string>, lost: Set<string>) => {
      for (const letter of letters) {
        this.mustBeThere.add(letter);
        if (!here.has(letter)) lost.add(letter);
      }
    };
    for (const { author, made, acknowledged, screen } of states) {
      for (const letter of made) this.personOf.set(letter, found.personOf(author));
      expect(made.slice(0, acknowledged), this.acknowledgedLost);
      if (found.leavers.includes(author)) continue;
      expect(made, this.ownLost);
      const own = new Set(made);
      expect(
        [...screen].filter((letter) => !own.has(letter)),
        this.seenLost,
      );
    }
    for (const letter of here) {
      if (found.kept.indexOf(letter) !== found.kept.lastIndexOf(letter)) {
        this.duplicated.add(letter);
      }
    }
  }

  get inNumbers() {
    return {
      typed: this.personOf.size,
      acknowledgedLost: this.acknowledgedLost.size,
      seenLost: this.seenLost.size,
      ownLost: this.ownLost.size,
      duplicated: this.duplicated.size,
    };
  }
}
