import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { RedactionPiece } from "../../domain/redaction.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { documents } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { readStored } from "../testing/log-audit.ts";
import { recordedRun } from "../testing/recorded-run.ts";
import { ani, RedactableDocument, redactor } from "../testing/redactable-document.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person, villages } from "../testing/room-people.ts";

const budi = person("participant-b", { village: villages.b });
const nik = "3505161203800001";
const bars = "█".repeat(nik.length);

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

async function expectGone(document: RedactableDocument, words = nik): Promise<void> {
  for (const stored of await document.stored()) expect(stored).not.toContain(words);
}

test("[R11] chosen words are gone from document, record and history; a bar says that they were there", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}. Pagu turun.`);
  const { id, room, review, writer } = document;
  const before = (await readStored(id)).entries;
  const order = await document.orderFor(nik);
  const place = before.length + 1;
  expect(await room.redact(order)).toEqual({
    ...{ kind: "redacted", epoch: 2, place },
    units: nik.length,
  });
  expect(await writer.untilClosed()).toBe(closeCodes.redacted);
  await review.forget();
  const again = await document.enter();
  expect(again.text).toContain(`NIK ${bars}. Pagu turun.`);
  expect(again.epoch).toBe(2);
  const { entries } = await readStored(id);
  const originOf = ({ author, at, cause }: (typeof entries)[number]) => ({ author, at, cause });
  expect(entries.slice(0, -1).map(originOf)).toEqual(before.map(originOf));
  expect(entries.at(-1)).toMatchObject({
    author: redactor,
    cause: `redaction:${order.redactionId}`,
  });
  for (let at = 1; at <= place; at++) expect(await review.readingAt(at)).not.toContain(nik);
  expect(await review.occurrencesOf(nik)).toEqual([]);
  const { stretches } = await review.stretches({});
  expect(stretches[0]).toMatchObject({ author: redactor, cause: "redaction", to: place });
  await expectGone(document);
  expect(new TextDecoder().decode(await document.exported())).not.toContain(nik);
});

test("[R11] the same order again is answered the same, and changes nothing", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const order = await document.orderFor(nik);
  const first = await document.room.redact(order);
  const archive = await document.exported();
  expect(await document.room.redact(order)).toEqual(first);
  await abortAllDurableObjects();
  expect(await document.room.redact(order)).toEqual(first);
  expect(await document.exported()).toEqual(archive);
  const another = { ...order, redactionId: "another" };
  expect(await document.room.redact(another)).toEqual({ kind: "nothingThere" });
});

test("[R11] words that were typed and deleted again are found in the record, and removed from it", async () => {
  const document = await RedactableDocument.create("Pagu turun.");
  const { writer, review } = document;
  for (const digit of [...nik].reverse()) document.type(digit);
  const paragraph = writer.container("kind", "situation").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (text instanceof Y.XmlText) text.delete(0, nik.length);
  await writer.untilSaved();
  expect(await review.occurrencesOf(nik)).toMatchObject([
    { words: nik, after: "Pagu turun.", stands: false },
  ]);
  const outcome = await document.room.redact(await document.orderFor(nik));
  expect(outcome).toMatchObject({ units: nik.length });
  await review.forget();
  expect(await review.occurrencesOf(nik)).toEqual([]);
  expect((await document.enter()).text).toContain(">Pagu turun.<");
});

test("[R6, R11] pieces that are no text of the document change nothing, and nobody is sent away", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const { room, writer } = document;
  const before = await document.exported();
  const [piece] = await document.piecesOf(nik);
  const section = writer.container("kind", "situation")._item?.id;
  if (!piece || !section) throw new Error("nothing was written");
  const { client, clock, length } = piece;
  const element = { client: section.client, clock: section.clock, length: 1 };
  const redact = (pieces: RedactionPiece[]) =>
    room.redact({ redactionId: "hostile", pieces, author: redactor, isAtOnce: false });
  for (const pieces of [
    [],
    [{ client: 12345, clock: 0, length: 3 }],
    [{ client, clock, length: length + 1000 }],
    [{ client, clock: clock + 1_000_000, length: 1 }],
    [{ client, clock, length: 0 }],
    [{ client, clock: -1, length: 2 }],
    [{ client, clock: 0.5, length: 2 }],
    [element],
    [piece, element],
  ]) {
    expect(await redact(pieces)).toEqual({ kind: "nothingThere" });
  }
  expect(await redact([{ client, clock, length: 1_000_000 }])).toEqual({ kind: "tooMany" });
  expect(await document.exported()).toEqual(before);
  expect(writer.closed).toBeNull();
  const nobody = env.DOCUMENT_ROOM.getByName("never-entered-by-anybody");
  const order = { redactionId: "nobody", pieces: [piece], author: redactor, isAtOnce: false };
  expect(await nobody.redact(order)).toEqual({ kind: "nothingThere" });
});

test("[R11] of two redactions at once one is told to come again, and then carried out", async () => {
  const phone = "081234567890";
  const document = await RedactableDocument.create(`NIK ${nik}, telepon ${phone}.`);
  const { room } = document;
  const [first, second] = [await document.orderFor(nik), await document.orderFor(phone)];
  const outcomes = await Promise.all([room.redact(first), room.redact(second)]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(["redacted", "busy"]);
  expect(await room.redact(second)).toMatchObject({ kind: "redacted", epoch: 3 });
  expect((await document.enter()).text).toContain(`NIK ${bars}, telepon ${"█".repeat(12)}.`);
  expect(await room.redact(first)).toMatchObject({ kind: "redacted", epoch: 2 });
});

test("[R1, R11] what people type at that moment is lost to nobody", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const { id, room, writer: a } = document;
  const b = await document.enter(budi);
  const outcome = room.redact(await document.orderFor(nik));
  for (let at = 0; a.closed === null || b.closed === null; at++) {
    if (a.closed === null) document.type(`a${at} `);
    if (b.closed === null) b.type(b.container("village", "village-b"), `b${at} `);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(await outcome).toMatchObject({ kind: "redacted" });
  for (const [old, who] of [
    [a, ani],
    [b, budi],
  ] as const) {
    const again = await document.enter(who);
    for (const update of old.ownUpdates) again.sendUpdate(update);
    await again.untilSaved();
  }
  const whole = await RoomClient.open(id, ani, { epoch: 0 });
  for (const { doc } of [a, b]) {
    expect(Y.getState(whole.doc.store, doc.clientID)).toBe(Y.getState(doc.store, doc.clientID));
  }
  for (const words of [bars, "a0 ", "b0 "]) expect(whole.text).toContain(words);
  expect(whole.text).not.toContain(nik);
});

test("[R9, R11] a submitted document is redacted too, 200 units at once; not while it is being submitted", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}. ${"x".repeat(200)}`);
  const { id, room } = document;
  const held = await room.freeze();
  const order = await document.orderFor(nik);
  expect(await room.redact(order)).toEqual({ kind: "busy" });
  await room.thaw(held?.holdId ?? null);
  await openDatabase(env)
    .update(documents)
    .set({ status: "submitted" })
    .where(eq(documents.id, id));
  const many = await document.orderFor(`. ${"x".repeat(199)}`);
  expect(await room.redact(many)).toEqual({ kind: "tooMany" });
  expect(await room.redact(order)).toMatchObject({ kind: "redacted", units: nik.length });
  const reader = await document.enter({ ...ani, mayWrite: false, isFrozen: true });
  expect(reader.text).toContain(`NIK ${bars}.`);
});

test("[R11] a document that was redacted is redacted again, and what was removed stays so", async () => {
  const document = await RedactableDocument.create(`NIK ${nik} atas nama Siti.`);
  const { room } = document;
  await room.redact(await document.orderFor(nik));
  await document.review.forget();
  const some = await document.piecesOf(`${bars} atas nama Siti`);
  const order = { redactionId: "second", pieces: some, author: redactor, isAtOnce: false };
  expect(await room.redact(order)).toMatchObject({ epoch: 3, units: " atas nama Siti".length });
  expect((await document.enter()).text).toContain(`NIK ${"█".repeat(31)}.`);
});

test("[R6, R11] somebody with many tabs comes back with all of them", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const tabs = [document.writer];
  while (tabs.length < 6) tabs.push(await document.enter());
  await document.room.redact(await document.orderFor(nik));
  for (const tab of tabs) expect(await tab.untilClosed()).toBe(closeCodes.redacted);
  for (const { doc } of tabs.slice(1)) {
    const stale = await RoomClient.knock(document.id, ani, { doc, epoch: 1, isWriting: false });
    expect(await stale.untilClosed()).toBe(closeCodes.redacted);
  }
  for (let left = tabs.length; left > 0; left--) {
    expect((await document.enter()).text).toContain(bars);
  }
});

test("[R1, R11] where the next generation cannot be kept the old one stays, and people write on", async () => {
  const document = await RedactableDocument.create(`NIK ${nik}.`);
  const { room, writer } = document;
  const order = await document.orderFor(nik);
  const { readable, writable } = new IdentityTransformStream();
  const other = document.sibling.keepGeneration({ archive: readable, locks: null }).then(
    () => "kept",
    () => "refused",
  );
  const stream = writable.getWriter();
  await stream.write((await document.exported()).subarray(0, 200));
  expect(await room.redact(order)).toEqual({ kind: "storageFails" });
  expect(await writer.untilClosed()).toBe(closeCodes.redacted);
  const again = await document.enter();
  expect(again.epoch).toBe(1);
  document.type("Lanjut. ", again);
  await again.untilSaved();
  await stream.close();
  expect(await other).toBe("refused");
  expect(await room.redact(order)).toMatchObject({ kind: "redacted", epoch: 2 });
  expect((await document.enter()).text).toContain(`Lanjut. NIK ${bars}.`);
  await document.review.forget();
  await expectGone(document);
});

test("[R11] whoever still holds the document of the former epoch cannot write in it", () => {
  const { state } = recordedRun(1);
  state.isOver = true;
  const author = { personId: "participant-a", villageId: null };
  const write = () => state.doc.getXmlFragment(fragmentName).delete(0, 1);
  expect(() => state.editFor(author, "note:late", 0, write)).toThrow("given up");
  expect(() => state.mend(0, write)).toThrow("given up");
});
