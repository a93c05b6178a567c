import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { documentSchema, fragmentName } from "../domain/document/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { refusalOf } from "./close-codes.ts";
import { decodePage } from "./log/page-codec.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import type { RoomPerson } from "./room-person.ts";
import { HostileFrames } from "./testing/hostile-frames.ts";
import { Random } from "./testing/random.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";

const room = "case-open";
const visits = 12;
const everyRefusal = new Set<string>();
const framesAVisit = 12;

beforeAll(buildWorld);

/** A frame, and a sign that the room has answered or closed. */
async function sendAndWait(client: RoomClient, frame: Uint8Array | string): Promise<void> {
  const before = client.frames;
  client.send(frame);
  client.sendQuery();
  await vi.waitUntil(() => client.closed !== null || client.frames > before, { interval: 1 });
}

/** Client ids from the seed too, so that a run can be had again. */
async function open(who: RoomPerson, random: Random): Promise<RoomClient> {
  const client = await RoomClient.open(room, who);
  client.doc.clientID = random.below(2 ** 32);
  client.sendPresence({ cursor: null });
  return client;
}

async function attack(seed: number, random: Random, honest: readonly RoomClient[]) {
  const refusals = new Set<string>();
  const codes = [];
  for (let visit = 0; visit < visits; visit++) {
    // Another person each time, for who is refused often has to wait outside.
    const intruder = person(`intruder-${seed}-${visit}`, {
      village: null,
      lanes: [],
      mayWrite: random.below(5) > 0,
    });
    const client = await RoomClient.open(room, intruder, { isWriting: false });
    client.doc.clientID = random.below(2 ** 32);
    const frames = new HostileFrames(random, client, honest);
    for (let sent = 0; sent < framesAVisit && client.closed === null; sent++) {
      await sendAndWait(client, frames.next());
    }
    if (client.closed !== null) codes.push(client.closed);
    client.close();
    expect(honest.map(({ closed }) => closed)).toEqual([null, null]);
    for (const [at, writer] of honest.entries()) {
      writer.type(
        writer.container("village", at === 0 ? "village-a" : "village-b"),
        word(seed, visit),
      );
    }
  }
  for (const code of codes) refusals.add(refusalOf(code) ?? `code ${code}`);
  return refusals;
}

const word = (seed: number, visit: number) => `kata-${seed}-${visit} `;

function readLog() {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(room), (_room, state) =>
    new SqliteLogStore(state.storage).pagesAfter(0).flatMap((page) => decodePage(page.entries)),
  );
}

function expectSchemaValid(doc: Y.Doc): void {
  // Not as a binding does it, which deletes on the way what does not fit.
  const json = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(fragmentName));
  documentSchema.nodeFromJSON({ ...json, type: "doc" }).check();
}

test.each([1, 2, 3, 4, 5, 6])(
  "[R1, R3, R5, R6] two people notice nothing of a hostile third, seed %i",
  async (seed) => {
    const random = new Random(seed);
    const ani = person(`ani-${seed}`);
    const budi = person(`budi-${seed}`, { village: villages.b });
    const a = await open(ani, random);
    const b = await open(budi, random);
    const refusals = await attack(seed, random, [a, b]);
    await a.untilSaved();
    await b.untilSaved();
    const witness = await RoomClient.open(room, ani, { isWriting: false });
    await vi.waitUntil(() => a.text === witness.text && b.text === witness.text);

    expect([a.closed, b.closed]).toEqual([null, null]);
    expect(a.lives.size).toBe(1);
    for (let visit = 0; visit < visits; visit++) {
      expect(witness.text.split(word(seed, visit))).toHaveLength(3);
    }
    expectSchemaValid(witness.doc);

    const owners = new Map([
      [a.doc.clientID, ani.personId],
      [b.doc.clientID, budi.personId],
    ]);
    const written = new Map<number, number>();
    for (const { author, update } of await readLog()) {
      for (const { id, length } of Y.decodeUpdate(update).structs) {
        const owner = owners.get(id.client);
        if (owner === undefined)
          expect([ani.personId, budi.personId]).not.toContain(author.personId);
        else expect(author.personId).toBe(owner);
        written.set(id.client, id.clock + length);
      }
    }
    for (const { doc } of [a, b]) {
      expect(written.get(doc.clientID)).toBe(Y.getState(doc.store, doc.clientID));
    }
    expect(refusals.size).toBeGreaterThan(0);
    for (const name of refusals) everyRefusal.add(name);
    expect([...refusals].filter((name) => name.startsWith("code"))).toEqual([]);
    for (const client of [a, b, witness]) client.close();
  },
);

test("[R6] the runs above were refused for at least three different reasons", () => {
  expect(everyRefusal.size).toBeGreaterThanOrEqual(3);
});
