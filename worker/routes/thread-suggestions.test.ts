import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { ThreadView } from "../../party/notes/thread-view.ts";
import { readStored } from "../../party/testing/log-audit.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { until } from "../../party/testing/until.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, documents, threads } from "../db/schema.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const sentence = "Bukti belanja desa belum lengkap sejak Maret.";
const outdated = { status: 409, code: "suggestion-outdated" };

async function accept(documentId: string, threadId: string, personId: string): Promise<Response> {
  return ask(`/api/documents/${documentId}/threads/${threadId}/acceptance`, {
    method: "PUT",
    cookie: await cookieOf(personId),
  });
}

async function turnLock(documentId: string, containerId: string, method: string): Promise<void> {
  const cookie = await cookieOf("facilitator");
  const answer = await ask(`/api/documents/${documentId}/locks/${containerId}`, { method, cookie });
  expect(answer.status).toBe(204);
}

async function suggested(words = "belum lengkap", suggestion = "sudah lengkap") {
  const noted = await NotedDocument.create([sentence, "Kedua."]);
  const observer = await NotedDocument.enter(noted.id, "observer");
  const thread = await observer.note(words, { kind: "correction", suggestion });
  await until(() => noted.marked(thread.id) !== "");
  return { noted, thread };
}

async function auditOf(documentId: string) {
  const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, documentId));
  return rows.filter(({ action }) => action === "suggestionAccepted");
}

describe("a suggestion", () => {
  it("is put into the text by whoever accepts it, and its proposer is named", async () => {
    const { noted, thread } = await suggested();
    const answer = await accept(noted.id, thread.id, "minute-taker");
    const accepted: ThreadView = await answer.json();
    expect(accepted).toMatchObject({
      author: { personId: "observer" },
      accepted: { by: { personId: "minute-taker" } },
      closed: { by: { personId: "minute-taker" } },
      quote: "belum lengkap",
    });
    await noted.client.untilText("desa ");
    await until(() => noted.marked(thread.id) === "sudah lengkap");
    expect(noted.editor.words).not.toContain("belum lengkap");
    const [row, ...more] = await auditOf(noted.id);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ personId: "minute-taker", forumId: "forum-in-session" });
    expect(JSON.parse(row?.details ?? "")).toMatchObject({
      threadId: thread.id,
      authorPersonId: "observer",
    });
    const { entries } = await readStored(noted.id);
    expect(entries.at(-1)).toMatchObject({
      author: { personId: "minute-taker", villageId: null },
      cause: `suggestion:${thread.id}`,
    });
    expect(await refusal(await accept(noted.id, thread.id, "facilitator"))).toEqual({
      status: 409,
      code: "suggestion-settled",
    });
  });

  it("keeps the look of the first letter that it replaces", async () => {
    const { noted, thread } = await suggested();
    const { bold } = noted.editor.state.schema.marks;
    const { from } = noted.editor.find("belum");
    noted.editor.edit((tr) => bold && tr.addMark(from, from + 5, bold.create()));
    await noted.settled();
    expect((await accept(noted.id, thread.id, "facilitator")).status).toBe(200);
    await until(() => noted.marked(thread.id) === "sudah lengkap");
    const runs: string[] = [];
    noted.editor.state.doc.descendants((node) => {
      if (node.isText && node.marks.some(({ type }) => type === bold)) runs.push(node.text ?? "");
    });
    expect(runs).toEqual(["sudah lengkap"]);
  });

  it("changes nothing once its words have changed", async () => {
    const { noted, thread } = await suggested();
    noted.editor.edit((tr) => tr.insertText("sangat ", noted.editor.find("lengkap").from));
    await noted.settled();
    expect(await refusal(await accept(noted.id, thread.id, "facilitator"))).toEqual(outdated);
    expect(noted.editor.words).toContain("lengkap sejak");
    const { threads: shown } = await noted.threads();
    expect(shown[0]).toMatchObject({ accepted: null, closed: null });
    expect(await auditOf(noted.id)).toEqual([]);
  });

  it("is accepted once, also by two at the same moment", async () => {
    const { noted, thread } = await suggested();
    const answers = await Promise.all(
      ["facilitator", "minute-taker"].map((personId) => accept(noted.id, thread.id, personId)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await until(() => noted.marked(thread.id) === "sudah lengkap");
    expect(noted.editor.words.match(/sudah/g)).toHaveLength(1);
    expect(await auditOf(noted.id)).toHaveLength(1);
  });

  it("is written down by the next attempt where the first ended after the text was changed", async () => {
    const { noted, thread } = await suggested();
    expect((await accept(noted.id, thread.id, "facilitator")).status).toBe(200);
    await db
      .update(threads)
      .set({ acceptedAt: null, acceptedByPersonId: null })
      .where(eq(threads.id, thread.id));
    expect((await accept(noted.id, thread.id, "facilitator")).status).toBe(200);
    await until(() => noted.marked(thread.id) === "sudah lengkap");
    expect(noted.editor.words.match(/sudah/g)).toHaveLength(1);
  });

  it("in a village's lane is accepted by its people and the keepers alone", async () => {
    const noted = await NotedDocument.create([sentence]);
    noted.client.type(noted.client.container("village", "village-b"), "Kami belum siap.");
    await noted.settled();
    const observer = await NotedDocument.enter(noted.id, "observer");
    const thread = await observer.note("belum siap", { suggestion: "sudah siap" });
    for (const personId of ["participant-a", "camat", "observer"]) {
      const { status } = await accept(noted.id, thread.id, personId);
      expect(`${personId} ${status}`).toBe(`${personId} 403`);
    }
    expect((await accept(noted.id, thread.id, "participant-b")).status).toBe(200);
    await until(() => noted.marked(thread.id) === "sudah siap");
  });

  it("across paragraphs is not put in, nor where the place is locked or the document is frozen", async () => {
    const { noted, thread } = await suggested("Maret.\nKedua");
    expect(await refusal(await accept(noted.id, thread.id, "facilitator"))).toEqual({
      status: 409,
      code: "suggestion-too-wide",
    });
    const narrow = await noted.note("Bukti", { suggestion: "Kuitansi" });
    const lock = (method: string) => turnLock(noted.id, narrow.containerId ?? "", method);
    await lock("PUT");
    expect(await refusal(await accept(noted.id, narrow.id, "facilitator"))).toEqual({
      status: 409,
      code: "place-locked",
    });
    await lock("DELETE");
    await db.update(documents).set({ status: "submitted" }).where(eq(documents.id, noted.id));
    expect(await refusal(await accept(noted.id, narrow.id, "facilitator"))).toEqual({
      status: 409,
      code: "suggestions-closed",
    });
    expect(noted.editor.words).toContain("Bukti belanja");
  });
});

describe("while the storage fails", () => {
  const rename = (name: string, from: string, to: string) =>
    runInDurableObject(env.DOCUMENT_ROOM.getByName(name), (_room, { storage }) => {
      storage.sql.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
    });
  const failed = { status: 503, code: "room-storage-failed" };

  it("no note is set and no suggestion accepted, and nothing is left of either", async () => {
    const { noted, thread } = await suggested();
    const cookie = await cookieOf("facilitator");
    await rename(noted.id, "pages", "hidden");
    const refused = await noted.post("Maret");
    expect(await refusal(refused)).toEqual(failed);
    expect(await refusal(await accept(noted.id, thread.id, "facilitator"))).toEqual(failed);
    await rename(noted.id, "hidden", "pages");
    await until(() => noted.client.closed !== null);
    const again = await RoomClient.enter(noted.id, cookie);
    expect(again.text).toContain("belum lengkap");
    const rows = await db.select().from(threads).where(eq(threads.documentId, noted.id));
    expect(rows.map(({ id, acceptedAt }) => [id, acceptedAt])).toEqual([[thread.id, null]]);
    expect(again.text).not.toContain("sudah lengkap");
  });

  it("what fails first with the edit itself is taken out of the text again", async () => {
    const { noted, thread } = await suggested();
    const cookie = await cookieOf("facilitator");
    await rename(noted.id, "pages", "hidden");
    expect(await refusal(await accept(noted.id, thread.id, "facilitator"))).toEqual(failed);
    await rename(noted.id, "hidden", "pages");
    await until(() => noted.client.closed !== null);
    const again = await RoomClient.enter(noted.id, cookie);
    expect(again.text).toContain("belum lengkap");
    expect(again.text).not.toContain("sudah lengkap");
    expect((await accept(noted.id, thread.id, "facilitator")).status).toBe(200);
  });
});
