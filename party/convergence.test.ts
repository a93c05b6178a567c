import { env } from "cloudflare:workers";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { beforeAll, expect, test } from "vitest";
import { documentSchema, fragmentName } from "../domain/document/schema.ts";
import { openDatabase } from "../worker/db/open.ts";
import { documents } from "../worker/db/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { areEqual, ConvergenceRun, contentOf } from "./testing/convergence-run.ts";
import { faultsOf, readStored, replay } from "./testing/log-audit.ts";
import { randomSteps, type Step } from "./testing/random-steps.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person } from "./testing/room-people.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const stepsPerRun = 140;

beforeAll(async () => {
  await buildWorld();
  const db = openDatabase(env);
  const insert = (seed: number) =>
    db.insert(documents).values({
      id: roomOf(seed),
      forumId: "forum-in-session",
      kind: seed % 2 === 0 ? "minutes" : "case",
      title: `Kasus ${seed}`,
      theme: "planning",
      fiscalYear: 2027,
      status: "open",
      createdAt: 0,
    });
  const [first = 0, ...others] = seeds;
  // Each in a statement of its own: D1 binds 100 values at most.
  await db.batch([insert(first), ...others.map(insert)]);
});

function roomOf(seed: number): string {
  return `seed-${seed}`;
}

test.each(seeds)(
  "[R3] seed %i: all show the same, and every letter is its author's",
  async (seed) => {
    const run = new ConvergenceRun(roomOf(seed), seed);
    const steps = randomSteps(seed, run.tabs.length, stepsPerRun);
    let at = 0;
    try {
      await run.begin();
      for (; at < steps.length; at++) await run.take(steps[at] as Step);
      await run.gather();
      for (const tab of run.tabs) await tab.untilSaved();
      await run.gather();
      // What a newcomer is given is durable first, also what a stock provider sent.
      (await RoomClient.open(roomOf(seed), person("minute-taker"))).close();
      const { entries, opened } = await readStored(roomOf(seed));
      const [first] = run.tabs;
      if (!first) throw new Error("nobody is there");
      const replayed = replay(entries, { gc: true });
      expect(contentOf(replayed)).toBe(contentOf(first.doc));
      expect(areEqual(replayed, first.doc)).toBe(true);
      expect(areEqual(opened, first.doc)).toBe(true);
      expect(faultsOf(entries, run.ledger)).toEqual([]);
      const json = yXmlFragmentToProsemirrorJSON(first.doc.getXmlFragment(fragmentName));
      documentSchema.nodeFromJSON(json).check();
      expect(run.ledger.letters.size).toBeGreaterThan(50);
      expect(contentOf(first.doc).length).toBeGreaterThan(500);
      expect(run.counts.edit).toBeGreaterThan(30);
      expect(run.counts.drop).toBeGreaterThan(1);
      expect(run.counts.reload).toBeGreaterThan(0);
      expect(run.counts.crash).toBeGreaterThan(0);
      expect([run.counts.sleep, run.counts.restart]).toEqual([1, 1]);
    } catch (error) {
      const done = steps.slice(0, at + 1).map((step) => JSON.stringify(step));
      throw new Error(`seed ${seed} failed at step ${at} of:\n${done.join("\n")}`, {
        cause: error,
      });
    }
  },
  20_000,
);
