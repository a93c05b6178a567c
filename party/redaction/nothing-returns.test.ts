import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import YProvider from "y-partyserver/provider";
import * as Y from "yjs";
import { openDatabase } from "../../worker/db/open.ts";
import { documentLocks } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { ago } from "../testing/ago.ts";
import { ani, RedactableDocument, redactor } from "../testing/redactable-document.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person, villages } from "../testing/room-people.ts";
import { stockSocket } from "../testing/stock-socket.ts";

const budi = person("participant-b", { village: villages.b });
const nik = "3505161203800001";
const bars = "█".repeat(nik.length);

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

async function codeFor(
  { id }: RedactableDocument,
  options: { doc: Y.Doc; epoch?: number },
): Promise<number> {
  const client = await RoomClient.knock(id, ani, { ...options, isWriting: false });
  return client.untilClosed();
}

async function redacted(document: RedactableDocument): Promise<void> {
  const outcome = await document.room.redact(await document.orderFor(nik));
  expect(outcome.kind).toBe("redacted");
  await document.review.forget();
}

async function expectGone(document: RedactableDocument): Promise<void> {
  expect((await document.enter()).text).not.toContain(nik);
  for (const stored of await document.stored()) expect(stored).not.toContain(nik);
}

test("[R7, R11] whoever brings a document of another epoch is sent to begin anew, and an older page is loaded anew", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const { doc } = document.writer;
  await redacted(document);
  expect(await codeFor(document, { doc, epoch: 1 })).toBe(closeCodes.redacted);
  expect(await codeFor(document, { doc, epoch: 7 })).toBe(closeCodes.redacted);
  expect(await codeFor(document, { doc })).toBe(closeCodes.schemaTooOld);
  const again = await document.enter();
  const back = await RoomClient.open(document.id, budi, { doc: again.doc, epoch: 2 });
  expect(back.text).toContain(bars);
  await expectGone(document);
});

test("[R11, R12] a stock provider that kept its document is sent away, with an empty one it is let in", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  await redacted(document);
  const codes: number[] = [];
  const join = (doc: Y.Doc) => {
    const provider = new YProvider("room", document.id, doc, {
      WebSocketPolyfill: stockSocket(document.id, ani),
      disableBc: true,
    });
    provider.on("connection-close", ({ code }: CloseEvent) => {
      codes.push(code);
      provider.shouldConnect = false;
    });
    return provider;
  };
  join(document.writer.doc);
  await vi.waitUntil(() => codes.length > 0);
  expect(codes).toEqual([closeCodes.redacted]);
  const fresh = join(new Y.Doc());
  await vi.waitUntil(() => fresh.synced);
  expect(fresh.doc.getXmlFragment("document").toString()).toContain(bars);
  fresh.destroy();
});

test("[R1, R11] seals from before are void: a batch that a crash made worth handing back is not taken", async () => {
  const document = await RedactableDocument.create("Pagu. ");
  const reader = await document.enter(budi);
  document.type("Lagi. ");
  await document.writer.untilSaved();
  await vi.waitUntil(() => reader.batches.length === 0);
  document.type(`NIK ${nik}. `);
  await reader.untilText(nik);
  const seen = [...reader.batches];
  expect(seen).toHaveLength(1);
  // What was seen is in the record by the time that it is searched.
  await document.writer.untilSaved();
  await redacted(document);
  const again = await document.enter(budi);
  again.handBack(seen);
  await vi.waitUntil(() => again.returned === seen.length || again.closed !== null);
  expect(again.closed).toBeNull();
  await expectGone(document);
  await abortAllDurableObjects();
  const later = await document.enter(budi);
  later.handBack(seen);
  later.type(later.container("village", "village-b"), "Lanjut.");
  await later.untilSaved();
  await expectGone(document);
});

test("[R2, R11] own changes that come again bring no word back", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  await redacted(document);
  const again = await document.enter();
  for (const update of document.writer.ownUpdates) again.sendUpdate(update);
  await again.untilSaved();
  await expectGone(document);
  expect((await document.enter()).text).toContain(`NIK ${bars}.`);
});

test("[R11, R18] a version that was read before is not restored after", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const { room, review } = document;
  const place = (await review.head())?.last ?? 0;
  const reading = (await review.restorableAt(place)) ?? "";
  expect(reading).toContain(nik);
  await redacted(document);
  const order = { place, sectionId: null, author: redactor };
  expect(await room.restore({ ...order, reading })).toEqual({ kind: "refused", why: "storage" });
  const now = (await review.restorableAt(place)) ?? "";
  expect(now).toContain(bars);
  expect(await room.restore({ ...order, reading: now })).toMatchObject({ kind: "restored" });
  await expectGone(document);
});

test("[R11, R17] what is locked stays locked, also when the database does not tell", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const { id, room, writer } = document;
  const containerId = writer.container("kind", "problem").getAttribute("id") ?? "";
  const db = openDatabase(env);
  await db.insert(documentLocks).values({
    ...{ documentId: id, containerId, lockedByPersonId: "facilitator", lockedAt: 0 },
  });
  expect(await ago(10_000, () => room.locksChanged())).toBe(true);
  await vi.waitUntil(() => writer.locks?.length === 1);
  const order = await document.orderFor(nik);
  await env.DB.prepare("ALTER TABLE document_locks RENAME TO hidden_locks").run();
  try {
    expect((await room.redact(order)).kind).toBe("redacted");
    const again = await document.enter();
    again.type(again.container("kind", "problem"), "Masuk?");
    expect(await again.untilClosed(5000)).toBe(closeCodes.sectionLocked);
  } finally {
    await env.DB.prepare("ALTER TABLE hidden_locks RENAME TO document_locks").run();
  }
});
