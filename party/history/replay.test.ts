import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import { roomAuthor } from "../log/page-codec.ts";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import { type ReadingNode, readingOf } from "../reading.ts";
import { Random } from "../testing/random.ts";
import { randomSteps } from "../testing/random-steps.ts";
import { RecordedRun } from "../testing/recorded-run.ts";
import { compare } from "./compare.ts";
import { decodeDerived, encodeDerived } from "./derived-state.ts";
import type { ComparedNode, ComparedText } from "./history-view.ts";
import { readingAt } from "./reading-at.ts";
import { Replay } from "./replay.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

function recordedRun(seed: number): RecordedRun {
  const random = new Random(seed);
  const run = new RecordedRun(random);
  for (const step of randomSteps(seed, 3, 260)) {
    if (step.kind === "edit") run.edit(step.tab, step.edit);
    else if (step.kind === "crash") run.note(random.below(3));
    else if (step.kind === "restart") run.moveVillage(random.below(2));
    else if (step.kind === "back") run.wait(random.below(400_000) - 100_000);
    else if (step.kind === "gather") run.deliverAll();
    run.wait(random.below(3000));
    for (let left = random.below(6); left > 0; left--) run.deliver(random.below(3));
  }
  run.deliverAll();
  return run;
}

test.each(seeds)("[R18] seed %i: every place reads as the live document did", (seed) => {
  const { entries } = recordedRun(seed);
  const replay = Replay.empty();
  replay.append(entries);
  const live = new Y.Doc();
  withoutFormattingCleanup(live);
  expect(JSON.stringify(readingAt(replay, 0))).toBe('{"type":"doc","content":[]}');
  for (const [at, { update }] of entries.entries()) {
    Y.applyUpdate(live, update);
    const expected = plain(readingOf(live.getXmlFragment(fragmentName)));
    expect(JSON.stringify(readingAt(replay, at + 1))).toBe(JSON.stringify(expected));
  }
  expect(entries.length).toBeGreaterThan(100);
});

test.each(seeds)("[R18] seed %i: what is kept on disk answers the same", (seed) => {
  const { entries } = recordedRun(seed);
  const replay = Replay.empty();
  const half = Math.floor(entries.length / 2);
  replay.append(entries.slice(0, half));
  const resumed = decodeDerived(encodeDerived({ epoch: 3, replay }))?.replay ?? Replay.empty();
  for (const each of [replay, resumed]) each.append(entries.slice(half));
  for (const [from, to] of [
    [0, half],
    [half, entries.length],
    [17, entries.length],
  ] as const) {
    expect(compare(resumed, from, to)).toEqual(compare(replay, from, to));
    expect(readingAt(resumed, to)).toEqual(readingAt(replay, to));
  }
});

test.each(seeds)("[R18] seed %i: a comparison holds both moments, letter by letter", (seed) => {
  const { entries } = recordedRun(seed);
  const replay = Replay.empty();
  replay.append(entries);
  const random = new Random(seed);
  for (let count = 0; count < 40; count++) {
    const to = random.below(entries.length) + 1;
    const from = random.below(to + 1);
    const { content } = compare(replay, from, to);
    expect(joinRuns(momentOf(content, "to"))).toEqual(sorted(readingAt(replay, to).content));
    expect(joinRuns(momentOf(content, "from"))).toEqual(sorted(readingAt(replay, from).content));
  }
});

test.each(seeds)(
  "[R18] seed %i: every letter is its author's, every deletion its deleter's",
  (seed) => {
    const { entries, ledger } = recordedRun(seed);
    const replay = Replay.empty();
    replay.append(entries);
    const authorAt = (place: number) => entries[place - 1]?.author;
    let deletions = 0;
    for (const [id, letter] of ledger.letters) {
      const [client = 0, clock = 0] = id.split(":").map(Number);
      if (clock >= Y.getState(replay.doc.store, client)) continue;
      const life = replay.life(client, clock);
      expect([letter, authorAt(life.insertedAt)?.personId]).toEqual([
        letter,
        ledger.personOf(client),
      ]);
      if (!Number.isFinite(life.deletedAt)) continue;
      const deleter = authorAt(life.deletedAt)?.personId ?? "";
      if (deleter === roomAuthor.personId) continue;
      deletions++;
      const line = lineage(replay.doc, client, clock);
      expect([letter, line.some((each) => ledger.hasDeleted(deleter, each))]).toEqual([
        letter,
        true,
      ]);
    }
    expect(deletions).toBeGreaterThan(20);
    const { origins, content } = compare(replay, 0, entries.length);
    for (const origin of origins) {
      expect(origin.author).toEqual(authorAt(origin.from));
      expect(origin.author).toEqual(authorAt(origin.to));
    }
    for (const { text, insertedBy } of textsOf(content)) {
      expect([text, insertedBy === undefined]).toEqual([text, false]);
    }
  },
);

/** The item of a letter and all that holds it. */
function lineage(doc: Y.Doc, client: number, clock: number): { client: number; clock: number }[] {
  const line = [{ client, clock }];
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock));
  for (let holder = item; holder instanceof Y.Item; ) {
    const { parent } = holder;
    holder = parent instanceof Y.AbstractType ? parent._item : null;
    if (holder instanceof Y.Item) line.push(holder.id);
  }
  return line;
}

function textsOf(content: readonly (ComparedNode | ComparedText)[]): ComparedText[] {
  return content.flatMap((part) => ("text" in part ? part : textsOf(part.content)));
}

/** A live reading without annotations, equal neighbours joined. */
function plain(node: ReadingNode): ReadingNode {
  const marks = node.marks?.filter(({ type }) => !isAnnotationKey(type));
  return {
    ...node,
    ...(marks ? { marks } : {}),
    ...(node.content ? { content: joinRuns(node.content.map(plain)) } : {}),
  };
}

function joinRuns(nodes: readonly ReadingNode[]): ReadingNode[] {
  const runs: ReadingNode[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    const isSame = last?.text !== undefined && node.text !== undefined;
    if (isSame && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      last.text = `${last.text}${node.text}`;
    } else runs.push(node.content ? { ...node, content: joinRuns(node.content) } : { ...node });
  }
  return runs;
}

function momentOf(
  content: readonly (ComparedNode | ComparedText)[],
  moment: "from" | "to",
): ReadingNode[] {
  return content.flatMap((part): ReadingNode[] => {
    const isThere = (moment === "from" ? part.insertedBy : part.deletedBy) === undefined;
    if (!isThere) return [];
    if ("text" in part) {
      const values = moment === "from" ? (part.marksBefore ?? part.marks) : part.marks;
      const marks = Object.entries(values).map(([type, attrs]) => ({ type, attrs }));
      return [{ type: "text", text: part.text, marks }];
    }
    const attrs = moment === "from" ? (part.attrsBefore ?? part.attrs) : part.attrs;
    return sorted([{ type: part.type, attrs, content: momentOf(part.content, moment) }]);
  });
}

/** Marks and attributes in the order of their names; ids may have been given in between. */
function sorted(nodes: readonly ReadingNode[] = []): ReadingNode[] {
  return nodes.map((node) => {
    if (node.text !== undefined) {
      return { ...node, marks: [...(node.marks ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1)) };
    }
    const attrs = Object.entries(node.attrs ?? {}).filter(([key]) => key !== "id");
    return {
      ...node,
      attrs: Object.fromEntries(attrs.sort(([a], [b]) => (a < b ? -1 : 1))),
      content: sorted(node.content),
    };
  });
}
