import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { fragmentName } from "../../domain/document/schema.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { documents } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { roomAuthor } from "../log/page-codec.ts";
import { readingOf } from "../reading.ts";
import { ConvergenceRun } from "../testing/convergence-run.ts";
import { readStored, replay as replayed } from "../testing/log-audit.ts";
import { plain } from "../testing/plain-reading.ts";
import { randomSteps } from "../testing/random-steps.ts";
import { readComparison } from "../testing/read-comparison.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person } from "../testing/room-people.ts";
import type { ComparedNode, ComparedText } from "./history-view.ts";

beforeAll(buildWorld);

test.each([21, 22, 23])(
  "[R18] seed %i: through crashes, lost links and sleep every letter in the record is its author's",
  async (seed) => {
    const id = `history-${seed}`;
    await openDatabase(env)
      .insert(documents)
      .values({
        ...{ id, forumId: "forum-in-session", kind: "minutes", title: id, theme: "planning" },
        ...{ fiscalYear: 2027, status: "open", createdAt: 0 },
      });
    const run = new ConvergenceRun(id, seed);
    await run.begin();
    for (const step of randomSteps(seed, run.tabs.length, 90)) await run.take(step);
    await run.gather();
    for (const tab of run.tabs) await tab.untilSaved();
    (await RoomClient.open(id, person("minute-taker"))).close();

    const { entries } = await readStored(id);
    const review = env.REVIEW_ROOM.getByName(id);
    for (let place = 1; place <= entries.length; place += 7) {
      const doc = replayed(entries.slice(0, place), { gc: true });
      const expected = plain(readingOf(doc.getXmlFragment(fragmentName)));
      expect(await review.readingAt(place)).toBe(JSON.stringify(expected));
    }
    const written = await review.compare(0, entries.length);
    if (!written) throw new Error("no places of the record");
    const { origins, content } = readComparison(written);
    const writersOf = Map.groupBy([...run.ledger.letters], ([, letter]) => letter);
    let known = 0;
    for (const { text, writtenBy } of textsOf(content)) {
      const author = origins[writtenBy]?.author.personId;
      for (const letter of text) {
        const clients = writersOf.get(letter)?.map(([key]) => Number(key.split(":")[0])) ?? [];
        if (clients.length === 0) continue;
        known++;
        expect([letter, clients.map((client) => run.ledger.personOf(client))]).toEqual([
          letter,
          expect.arrayContaining([author]),
        ]);
      }
    }
    expect(known).toBeGreaterThan(20);
    expect(origins.some(({ author }) => author.personId === roomAuthor.personId)).toBe(true);
  },
  40_000,
);

function textsOf(content: readonly (ComparedNode | ComparedText)[]): ComparedText[] {
  return content.flatMap((part) => ("text" in part ? part : textsOf(part.content)));
}
