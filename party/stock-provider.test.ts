import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import YProvider from "y-partyserver/provider";
import * as Y from "yjs";
import { fragmentName } from "../domain/document/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import type { RoomPerson } from "./room-person.ts";
import { ago } from "./testing/ago.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";
import { stockSocket } from "./testing/stock-socket.ts";

const room = "case-open";

beforeAll(buildWorld);

async function joinWithStockProvider(who: RoomPerson) {
  const doc = new Y.Doc();
  const provider = new YProvider("room", room, doc, {
    WebSocketPolyfill: stockSocket(room, who),
    disableBc: true,
  });
  const closes: number[] = [];
  provider.on("connection-close", (event: CloseEvent) => {
    closes.push(event.code);
    provider.shouldConnect = false;
  });
  await vi.waitUntil(() => provider.synced);
  return { doc, provider, closes };
}

function section(doc: Y.Doc, kind: string): Y.XmlElement {
  const found = doc
    .getXmlFragment(fragmentName)
    .toArray()
    .find((node) => node instanceof Y.XmlElement && node.getAttribute("kind") === kind);
  if (!(found instanceof Y.XmlElement)) throw new Error(`no section ${kind}`);
  return found;
}

function write(doc: Y.Doc, kind: string, text: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  section(doc, kind).insert(0, [paragraph]);
}

test("[R12] a stock provider joins, reads, writes live and shows presence", async () => {
  const ours = await RoomClient.open(room, person("participant-a"));
  const stock = await joinWithStockProvider(person("participant-b", { village: villages.b }));
  write(stock.doc, "situation", "Dari penyedia biasa.");
  await ours.untilText("Dari penyedia biasa.");
  ours.type(ours.container("kind", "problem"), "Dari peramban kami.");
  await vi.waitUntil(() => section(stock.doc, "problem").toString().includes("peramban kami"));
  stock.provider.awareness.setLocalState({ user: { name: "Nama palsu" }, cursor: null });
  await vi.waitUntil(() => ours.presence.has(stock.doc.clientID));
  expect(ours.presence.get(stock.doc.clientID)).toMatchObject({
    user: { name: "Warga participant-b", village: villages.b },
  });
  stock.provider.destroy();
  await vi.waitUntil(() => !ours.presence.has(stock.doc.clientID));
});

test("[R12, R13] a stock provider that only reads is asked after a while, and is still there", async () => {
  const stock = await ago(60_000, async () => {
    const joined = await joinWithStockProvider(person("participant-b", { village: villages.b }));
    joined.provider.awareness.setLocalState({ cursor: null });
    await vi.waitUntil(async () => {
      const { present } = await env.DOCUMENT_ROOM.getByName(room).glance();
      return present.some(({ personId }) => personId === "participant-b");
    });
    return joined;
  });
  const newcomer = await RoomClient.open(room, person("participant-a"));
  await vi.waitUntil(() => newcomer.presence.has(stock.doc.clientID));
  expect(stock.closes).toEqual([]);
  stock.provider.destroy();
});

test("[R12, R4] a stock provider without the right to write is stopped like any other", async () => {
  const ours = await RoomClient.open(room, person("participant-a"));
  const reader = person("reviewer", { village: null, mayWrite: false, lanes: [] });
  const stock = await joinWithStockProvider(reader);
  write(stock.doc, "situation", "Diam-diam.");
  await vi.waitUntil(() => stock.closes.length > 0);
  expect(stock.closes[0]).toBe(closeCodes.readOnly);
  expect(ours.text).not.toContain("Diam-diam.");
  stock.provider.destroy();
});
