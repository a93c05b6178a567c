import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { refusalOf } from "../party/close-codes.ts";
import type { RoomClient } from "../party/testing/room-client.ts";
import * as wire from "../party/wire.ts";
import { type Asker, askers } from "./access-matrix/askers.ts";
import { openDatabase } from "./db/open.ts";
import { districtSettings } from "./db/schema.ts";
import { expectedDoors, expectedMessages } from "./room-matrix.expected.ts";
import { enterRoom, knockAt } from "./testing/enter-room.ts";
import { notFound, notSignedIn, refusal } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

const columns = Object.keys(askers) as Asker[];
const here = "99.01.01";
const db = openDatabase(env);
const doors = Object.entries(expectedDoors) as [keyof typeof expectedDoors, string][];
const kinds = Object.keys(expectedMessages) as wire.RoomMessage["kind"][];

beforeAll(async () => {
  await buildWorld();
  await db.insert(districtSettings).values({ districtId: here });
});

function isAmong(column: string, may: string): boolean {
  return may.split(" ").includes(column);
}

/** As whom a column asks; the camat's setting is as this column has it. */
async function become(column: Asker): Promise<string | null> {
  await db.update(districtSettings).set({ inspectorateSees: column === "J" });
  return askers[column];
}

/** A message of each kind, as an honest browser sends it, or the room. */
const frames: Record<wire.RoomMessage["kind"], (client: RoomClient) => Uint8Array> = {
  step1: ({ doc }) => wire.encodeStep1(doc),
  hello: ({ doc }) => wire.encodeHello(1, doc),
  step2: ({ doc }) => wire.encodeStep2(Y.encodeStateAsUpdate(doc)),
  update: (client) => wire.encodeUpdate(editOf(client)),
  awareness: ({ doc }) =>
    wire.encodeAwareness([{ client: doc.clientID, clock: 1, state: { cursor: null } }]),
  queryAwareness: () => wire.encodeQueryAwareness(),
  handedBack: () => wire.encodeHandedBack([]),
  sealed: () => wire.encodeSealed(new Uint8Array(32)),
  durable: () => wire.encodeDurable({ life: 1, place: 1, saved: 1, returned: 0, at: 1 }),
  storage: () => wire.encodeStorage(true),
  notes: () => wire.encodeNotes({ threads: [], removedIds: [], placements: [] }),
  locks: () => wire.encodeLocks([]),
  epoch: () => wire.encodeEpoch(1),
};

function editOf(client: RoomClient): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(client.doc));
  const before = Y.encodeStateVector(copy);
  const paragraph = new Y.XmlElement("paragraph");
  const section = copy
    .getXmlFragment("document")
    .toArray()
    .find((part) => part instanceof Y.XmlElement && part.getAttribute("kind") === "situation");
  if (section instanceof Y.XmlElement) section.insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(copy, before);
}

function untilEmpty(room: ReturnType<typeof env.DOCUMENT_ROOM.getByName>) {
  return vi.waitUntil(async () => (await room.glance()).present.length === 0, { interval: 2 });
}

/** "heard", or the name of the refusal with which the room closed the socket. */
async function hearingOf(documentId: string, personId: string, kind: wire.RoomMessage["kind"]) {
  await untilEmpty(env.DOCUMENT_ROOM.getByName(documentId));
  const { client } = await enterRoom(documentId, personId);
  // Nobody else is in the room, so each of these is the room's answer to a query.
  let answers = 0;
  client.socket.addEventListener("message", ({ data }) => {
    if (data instanceof ArrayBuffer && new Uint8Array(data)[0] === wire.messageKinds.awareness) {
      answers++;
    }
  });
  client.send(frames[kind](client));
  client.sendQuery();
  const awaited = kind === "queryAwareness" ? 2 : 1;
  await vi.waitUntil(() => client.closed !== null || answers === awaited, { interval: 2 });
  if (client.closed !== null) return refusalOf(client.closed);
  client.close();
  return "heard";
}

describe(`the rooms, in ${doors.length * columns.length} cases at the door:`, () => {
  it.each(doors)(
    "%s lets in whom it should, and nobody else",
    async (documentId, may) => {
      for (const column of columns) {
        const answer = await knockAt(documentId, await become(column));
        const isIn = isAmong(column, may);
        expect(`${column} ${answer.webSocket !== null}`).toBe(`${column} ${isIn}`);
        answer.webSocket?.accept();
        answer.webSocket?.close();
        if (isIn) continue;
        expect(await refusal(answer)).toEqual(isAmong(column, "X -") ? notSignedIn : notFound);
      }
    },
    20_000,
  );
});

const messages = doors.flatMap(([documentId, insiders]) =>
  kinds.map((kind) => ({
    kind,
    documentId,
    insiders: columns.filter((c) => isAmong(c, insiders)),
  })),
);
const messageCases = messages.reduce((sum, { insiders }) => sum + insiders.length, 0);

describe(`what is said in the rooms, in ${messageCases} cases:`, () => {
  it.each(messages)(
    "$kind in $documentId is heard from whom it should, and from nobody else",
    async ({ kind, documentId, insiders }) => {
      const { may, refused = null } = expectedMessages[kind][documentId];
      // A room that remembers four refusals of somebody tells them to wait.
      await abortAllDurableObjects();
      const found: string[] = [];
      for (const column of insiders) {
        const personId = await become(column);
        if (personId === null) continue;
        found.push(`${column} ${await hearingOf(documentId, personId, kind)}`);
      }
      expect(found).toEqual(
        insiders.map((column) => `${column} ${isAmong(column, may) ? "heard" : refused}`),
      );
    },
    20_000,
  );
});
