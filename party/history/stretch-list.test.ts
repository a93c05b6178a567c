import { expect, test } from "vitest";
import * as Y from "yjs";
import { recordedRun } from "../testing/recorded-run.ts";
import type { Stretch } from "./history-view.ts";
import { Replay } from "./replay.ts";
import { listStretches } from "./stretch-list.ts";

const minuteMs = 60_000;
const startsAt = Date.UTC(2026, 10, 23, 2);

/** A document in which somebody types a letter at each of these times. */
function typedAt(times: readonly number[]): Replay {
  const doc = new Y.Doc();
  const text = doc.getText("elsewhere");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const _ of times) text.insert(text.length, "n");
  const author = { personId: "participant-a", villageId: "village-a" };
  const replay = Replay.empty();
  replay.append(updates.map((update, at) => ({ author, at: times[at] ?? 0, update })));
  return replay;
}

function all(replay: Replay): Stretch[] {
  const found: Stretch[] = [];
  for (let before: number | null = replay.last + 1; before !== null; ) {
    const page = listStretches(replay, { before, limit: 7 });
    found.push(...page.stretches);
    before = page.next;
  }
  return found;
}

test("[R18] a pause of five minutes ends a stretch", () => {
  const times = [0, 4, 8, 13, 14].map((minutes) => startsAt + minutes * minuteMs);
  const stretches = listStretches(typedAt(times), {}).stretches;
  expect(stretches.map(({ from, to, inserted }) => [from, to, inserted])).toEqual([
    [4, 5, 2],
    [1, 3, 3],
  ]);
});

test("[R18] a clock that jumped back loses nothing, and no stretch ends before it began", () => {
  const times = [0, 1, -60, -59, 2].map((minutes) => startsAt + minutes * minuteMs);
  const stretches = listStretches(typedAt(times), {}).stretches;
  expect(stretches.map(({ from, to }) => [from, to])).toEqual([
    [5, 5],
    [3, 4],
    [1, 2],
  ]);
  for (const { fromAt, toAt } of stretches) expect(toAt).toBeGreaterThanOrEqual(fromAt);
});

test.each([1, 2, 3, 4, 5])("[R18] seed %i: every entry is in one stretch, its author's", (seed) => {
  const { entries } = recordedRun(seed);
  const replay = Replay.empty();
  replay.append(entries);
  const stretches = all(replay);
  expect(stretches.reduce((sum, stretch) => sum + stretch.entries, 0)).toBe(entries.length);
  expect(stretches.map(({ to }) => to)).toEqual(
    stretches.map(({ to }) => to).sort((a, b) => b - a),
  );
  for (const { from, to, author } of stretches) {
    expect(entries[from - 1]?.author).toEqual(author);
    expect(entries[to - 1]?.author).toEqual(author);
  }
  const sections = new Set(stretches.flatMap((stretch) => stretch.sections));
  expect(sections.size).toBeGreaterThan(3);
});

test.each([1, 2, 3])(
  "[R18] seed %i: letters that came less those that went are those there",
  (seed) => {
    const { entries } = recordedRun(seed);
    const replay = Replay.empty();
    replay.append(entries);
    const stretches = all(replay);
    const sum = stretches.reduce((total, { inserted, deleted }) => total + inserted - deleted, 0);
    const words = [...replay.doc.getXmlFragment("document").createTreeWalker(() => true)]
      .filter((node) => node instanceof Y.XmlText)
      .reduce((total, text) => total + text.length, 0);
    expect(sum).toBeGreaterThanOrEqual(words);
    // What came into a block that was gone already was never there.
    expect(sum - words).toBeLessThan(20);
  },
);
