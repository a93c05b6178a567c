import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { readingOf } from "../reading.ts";
import { plain } from "../testing/plain-reading.ts";
import { Random } from "../testing/random.ts";
import { type RecordedRun, recordedRun } from "../testing/recorded-run.ts";
import { isThereAt, readingAt, restorableAt } from "./reading-at.ts";
import { Replay } from "./replay.ts";
import { restoreChildren } from "./restoration.ts";

vi.setConfig({ testTimeout: 20_000 });

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const author = { personId: "facilitator", villageId: null };

function restore(run: RecordedRun, replay: Replay, place: number): void {
  const { doc } = run.state;
  const { content = [] } = restorableAt(replay, place);
  run.state.editFor(author, `restore:${place}`, Date.now(), () =>
    restoreChildren(doc.getXmlFragment(fragmentName), content),
  );
}

function replayOf(run: RecordedRun): Replay {
  const replay = Replay.empty();
  replay.append(run.entries);
  return replay;
}

function wordsNow(run: RecordedRun): string {
  const reading = plain(readingOf(run.state.doc.getXmlFragment(fragmentName)));
  return JSON.stringify(reading, sortedKeys);
}

/**
 * Attributes and marks that came again stand in another order. Ids that the room issued since stay.
 */
function sortedKeys(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const isMarks = value.every(
      (each) => each?.type !== undefined && "attrs" in each && !each.content,
    );
    return isMarks ? [...value].sort((a, b) => (a.type < b.type ? -1 : 1)) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "id");
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function elementIds(doc: Y.Doc): Y.ID[] {
  const walker = doc.getXmlFragment(fragmentName).createTreeWalker(() => true);
  return [...walker].flatMap((type) => (type._item ? [type._item.id] : []));
}

test.each(seeds)(
  "[R18] seed %i: a restored document reads as it did, and can be turned back",
  (seed) => {
    const run = recordedRun(seed);
    const random = new Random(seed);
    for (let count = 0; count < 5; count++) {
      const replay = replayOf(run);
      const place = 1 + random.below(replay.last);
      const before = wordsNow(run);
      restore(run, replay, place);
      expect(wordsNow(run)).toBe(JSON.stringify(readingAt(replay, place), sortedKeys));
      restore(run, replayOf(run), replay.last);
      expect(wordsNow(run)).toBe(before);
    }
    run.deliverAll();
  },
);

test.each(seeds)(
  "[R18] seed %i: what was there then and is there now keeps what others are typing",
  (seed) => {
    const run = recordedRun(seed);
    const replay = replayOf(run);
    const { doc } = run.state;
    const random = new Random(seed);
    const place = 1 + random.below(replay.last);
    const surviving = elementIds(doc).filter((id) =>
      isThereAt(replay.life(id.client, id.clock), place),
    );
    const known = new Set(run.ledger.letters.keys());
    for (let tab = 0; tab < 9; tab++) {
      const letters = String.fromCharCode(0xac00 + tab, 0xad00 + tab);
      run.edit(tab, { kind: "insert", block: random.below(100) / 100, at: 0.5, letters });
    }
    restore(run, replay, place);
    run.deliverAll();
    for (const id of surviving) {
      expect(Y.getItem(doc.store, id)).toMatchObject({ deleted: false });
    }
    const typed = [...run.ledger.letters.keys()].filter((id) => !known.has(id));
    expect(typed.length).toBe(18);
    const names = new Set(surviving.map(({ client, clock }) => `${client}:${clock}`));
    let kept = 0;
    for (const id of typed) {
      const [client = 0, clock = 0] = id.split(":").map(Number);
      const item: unknown = Y.getItem(doc.store, Y.createID(client, clock));
      const text = item instanceof Y.Item && item.parent instanceof Y.XmlText ? item.parent : null;
      const holder = text?._item?.id;
      if (!holder || !names.has(`${holder.client}:${holder.clock}`)) continue;
      expect(item).toMatchObject({ deleted: false });
      kept++;
    }
    expect(kept).toBeGreaterThan(0);
  },
);

test("[R18] restoring what is there changes nothing", () => {
  const run = recordedRun(3);
  const before = wordsNow(run);
  const { last } = replayOf(run);
  restore(run, replayOf(run), last);
  expect(wordsNow(run)).toBe(before);
  expect(replayOf(run).last).toBe(last);
});
