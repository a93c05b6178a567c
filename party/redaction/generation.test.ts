import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { RedactionOrder } from "../../domain/redaction.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { streamOf, writeFrames } from "../log/archive-frames.ts";
import { DocumentLog } from "../log/document-log.ts";
import { RoomArchive } from "../log/room-archive.ts";
import { putMeta } from "../log/room-meta.ts";
import { SqliteLogStore } from "../log/sqlite-log-store.ts";
import { readStored } from "../testing/log-audit.ts";
import { RedactableDocument } from "../testing/redactable-document.ts";
import { RoomClient } from "../testing/room-client.ts";
import { chooseLetters } from "./chosen-letters.ts";
import { emptied, Generation } from "./generation.ts";
import { redactedFrames } from "./redacted-frames.ts";

const nik = "3505161203800001";
const bars = "█".repeat(nik.length);

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

interface Hands {
  storage: DurableObjectStorage;
  generation: Generation;
  next: () => ReadableStream<Uint8Array>;
}

/** Works in the room's own storage, as a room would that is about to crash. */
function inRoom(
  { id, room }: RedactableDocument,
  order: RedactionOrder,
  work: (hands: Hands) => Promise<void>,
): Promise<void> {
  return runInDurableObject(room, async (_room, { storage }) => {
    const store = new SqliteLogStore(storage);
    const generation = new Generation({
      storage,
      archive: new RoomArchive(storage),
      sibling: () => env.DOCUMENT_ROOM.getByName(`${id}~redacted`),
    });
    const next = () => {
      const chosen = chooseLetters(store, order.pieces);
      if (typeof chosen === "string") throw new Error(chosen);
      return streamOf(writeFrames(redactedFrames(store, chosen, order, Date.now())));
    };
    await work({ storage, generation, next });
    await storage.sync();
  });
}

async function halfOf(stream: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const bytes = await new Response(stream).bytes();
  const { readable, writable } = new IdentityTransformStream();
  void writable.getWriter().write(bytes.subarray(0, -80));
  return readable;
}

const before: Record<string, (hands: Hands) => Promise<void>> = {
  "while the next generation is written": async ({ generation, next }) => {
    void generation.write(await halfOf(next())).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
  },
  "when the next generation is written": ({ generation, next }) => generation.write(next()),
};

const leave = async ({ generation, next }: Hands) => generation.prepare(next());
const arrive = (hands: Hands, begun: () => void) =>
  leave(hands).then(() => emptied(hands.storage, begun));

const after: Record<string, (hands: Hands) => Promise<void>> = {
  "when the old generation is to leave": leave,
  "when the old generation has left without a trace": async (hands) => {
    await leave(hands);
    await hands.storage.deleteAll();
  },
  "when the new generation is to come": (hands) =>
    arrive(hands, () => putMeta(hands.storage.sql, "generation", 2)),
  "while the new generation comes": async (hands) => {
    const half = await halfOf(hands.next());
    await arrive(hands, () => putMeta(hands.storage.sql, "generation", 2));
    void new RoomArchive(hands.storage).import(half).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
  },
  "when the new generation has come": async (hands) => {
    const bytes = await new Response(hands.next()).bytes();
    await arrive(hands, () => putMeta(hands.storage.sql, "generation", 2));
    await new RoomArchive(hands.storage).import(new Response(bytes).body as ReadableStream);
  },
};

test.each(Object.entries(before))(
  "[R1, R11] a crash %s leaves the old one whole, and the order can come again",
  async (_, step) => {
    const document = await RedactableDocument.create(`NIK ${nik}. Pagu turun.`);
    const old = await document.exported();
    const order = await document.orderFor(nik);
    await inRoom(document, order, step);
    await abortAllDurableObjects();
    expect(await document.exported()).toEqual(old);
    expect((await document.enter()).text).toContain(`NIK ${nik}. Pagu turun.`);
    expect(await document.room.redact(order)).toMatchObject({ kind: "redacted", epoch: 2 });
    expect((await document.enter()).text).toContain(`NIK ${bars}. Pagu turun.`);
    await document.review.forget();
    for (const stored of await document.stored()) expect(stored).not.toContain(nik);
  },
);

test.each(Object.entries(after))(
  "[R1, R11] a crash %s loses nothing, and whoever comes next finds the new one",
  async (_, step) => {
    const document = await RedactableDocument.create(`NIK ${nik}. Pagu turun.`);
    const { entries } = await readStored(document.id);
    const old = await document.exported();
    const order = await document.orderFor(nik);
    await inRoom(document, order, step);
    await abortAllDurableObjects();
    const { body } = new Response(old);
    if (body) expect(await document.room.importRoom(body)).toBe("notEmpty");
    const again = await document.enter();
    expect(again.text).toContain(`NIK ${bars}. Pagu turun.`);
    expect(again.epoch).toBe(2);
    expect((await readStored(document.id)).entries).toHaveLength(entries.length + 1);
    const outcome = { kind: "redacted", epoch: 2, place: entries.length + 1, units: nik.length };
    expect(await document.room.redact(order)).toEqual(outcome);
    await document.review.forget();
    const stored = await document.stored();
    for (const each of stored) expect(each).not.toContain(nik);
    expect(stored[1]).toBe("");
    document.type("Lanjut. ", again);
    await again.untilSaved();
  },
);

test("[R1, R11] a log that was written in after it was to leave, by a version rolled back, is not replaced", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const order = await document.orderFor(nik);
  await inRoom(document, order, async (hands) => {
    await leave(hands);
    const log = new DocumentLog(new SqliteLogStore(hands.storage));
    log.append({ author: order.author, at: 1, update: Uint8Array.of(0, 0) });
    log.commit(Date.now());
  });
  await abortAllDurableObjects();
  const old = (await readStored(document.id)).entries;
  expect((await document.enter()).text).toContain(nik);
  expect((await readStored(document.id)).entries).toHaveLength(old.length);
  expect(await document.room.redact(order)).toMatchObject({ place: old.length + 1, epoch: 2 });
  expect((await document.enter()).text).toContain(bars);
});

test("[R11] an archive from before is not taken into a room that was redacted", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const old = await document.exported();
  await document.room.redact(await document.orderFor(nik));
  await abortAllDurableObjects();
  const { body } = new Response(old);
  if (body) expect(await document.room.importRoom(body)).toBe("notEmpty");
});

test("[R11] a document's own storage is no sibling's: nothing drops or replaces it", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const own = await document.exported();
  await runInDurableObject(document.room, async (room) => {
    await expect(room.dropGeneration()).rejects.toThrow("sibling");
    const archive = new Response(own).body;
    if (!archive) throw new Error("a response without a body");
    await expect(room.keepGeneration({ archive, locks: null })).rejects.toThrow("sibling");
  });
  expect(await document.exported()).toEqual(own);
});
