import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { Random } from "../testing/random.ts";
import { readingAt } from "./reading-at.ts";
import { Replay } from "./replay.ts";
import { everRead } from "./words-ever.ts";

/** One paragraph, and what it read after each change of it. */
class Written {
  readonly text = new Y.XmlText();
  readonly #doc = new Y.Doc();
  readonly #updates: Uint8Array[] = [];

  constructor() {
    this.#doc.on("update", (update: Uint8Array) => this.#updates.push(update));
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [this.text]);
    this.#doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
  }

  replay(): { replay: Replay; block: Y.XmlElement } {
    const replay = Replay.empty();
    const author = { personId: "participant-a", villageId: null };
    replay.append(this.#updates.map((update) => ({ author, at: 0, update })));
    const block = replay.doc.getXmlFragment(fragmentName).get(0);
    if (!(block instanceof Y.XmlElement)) throw new Error("no paragraph");
    return { replay, block };
  }
}

test("[R18] words are found that were deleted since, or stood there before others came between", () => {
  const written = new Written();
  written.text.insert(0, "Pagu turun seperlima");
  written.text.insert(10, " hampir");
  written.text.delete(0, 5);
  const { replay, block } = written.replay();
  for (const words of ["pagu turun", "TURUN SEPERLIMA", "turun hampir seperlima", "pagu"]) {
    expect([words, everRead(replay, block, words)]).toEqual([words, true]);
  }
});

test("[R18] words are not found that never stood there together", () => {
  const written = new Written();
  written.text.insert(0, "pagu");
  written.text.delete(0, 4);
  written.text.insert(0, "turun");
  const { replay, block } = written.replay();
  expect(everRead(replay, block, "paguturun")).toBe(false);
  expect(everRead(replay, block, "turunpagu")).toBe(false);
});

test.each([1, 2, 3, 4, 5, 6])("[R18] seed %i: found is exactly what some place reads", (seed) => {
  const random = new Random(seed);
  const written = new Written();
  for (let step = 0; step < 60; step++) {
    const { length } = written.text;
    const at = random.below(length + 1);
    if (random.below(3) > 0 || at === length) {
      written.text.insert(at, random.of(["a", "b", "ab", "ba"]));
    } else written.text.delete(at, Math.min(length - at, 1 + random.below(3)));
  }
  const { replay, block } = written.replay();
  const readings = Array.from({ length: replay.last }, (_, at) => wordsOf(replay, at + 1));
  for (let count = 0; count < 200; count++) {
    const words = Array.from({ length: 1 + random.below(9) }, () => random.of(["a", "b"])).join("");
    const isThere = readings.some((reading) => reading.includes(words));
    expect([words, everRead(replay, block, words)]).toEqual([words, isThere]);
  }
});

function wordsOf(replay: Replay, place: number): string {
  const [paragraph] = readingAt(replay, place).content ?? [];
  return (paragraph?.content ?? []).map(({ text }) => text).join("");
}
