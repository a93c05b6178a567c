import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { DocumentStatus } from "../../domain/statuses.ts";
import type { Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { until } from "../../party/testing/until.ts";
import { maxStateBytes } from "../../party/wire.ts";
import { openDatabase } from "../db/open.ts";
import { documents, people, threads } from "../db/schema.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  refusal,
} from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const sentence = "Bukti belanja desa belum lengkap sejak Maret.";

const notAllowed = { status: 403, code: "not-allowed" };

async function become(documentId: string, status: DocumentStatus): Promise<void> {
  await db.update(documents).set({ status }).where(eq(documents.id, documentId));
}

async function askAs(personId: string, path: string, options = {}): Promise<Response> {
  return ask(path, { cookie: await cookieOf(personId), ...options });
}

async function listed(documentId: string, personId: string): Promise<Threads> {
  return (await askAs(personId, `/api/documents/${documentId}/threads`)).json();
}

describe("a note", () => {
  it("is shown to everybody in the room at once, and is in the list", async () => {
    const noted = await NotedDocument.create([sentence]);
    const other = await NotedDocument.enter(noted.id, "participant-b");
    const thread = await noted.note("belum lengkap", { text: "Mana kuitansinya?" });
    expect(thread).toMatchObject({
      kind: "question",
      text: "Mana kuitansinya?",
      quote: "belum lengkap",
      placement: "placed",
      author: { personId: "facilitator", name: "Pejabat facilitator" },
      closed: null,
      accepted: null,
      replies: [],
    });
    await until(() => other.client.news.length > 0 && other.marked(thread.id) !== "");
    expect(other.client.news).toEqual([{ threads: [thread], removedIds: [], placements: [] }]);
    expect(other.marked(thread.id)).toBe("belum lengkap");
    expect((await listed(noted.id, "participant-b")).threads).toEqual([thread]);
  });

  it("may be set by whoever may not write there", async () => {
    const noted = await NotedDocument.create([sentence]);
    const observer = await NotedDocument.enter(noted.id, "observer");
    const thread = await observer.note("belum lengkap");
    await become(noted.id, "drafted");
    const reviewer = await NotedDocument.enter(noted.id, "reviewer");
    const second = await reviewer.note("Maret");
    await until(() => noted.marked(second.id) !== "");
    expect([thread, second].map(({ id }) => noted.marked(id))).toEqual(["belum lengkap", "Maret"]);
    expect(observer.client.closed).toBeNull();
  });

  it("is there once, however often its browser sends it", async () => {
    const noted = await NotedDocument.create([sentence]);
    const id = crypto.randomUUID();
    const first = await noted.note("belum lengkap", { id });
    const again = await noted.post("Maret", { id });
    expect(await again.json()).toEqual(first);
    expect((await noted.threads()).threads).toHaveLength(1);
    expect(noted.marked(id)).toBe("belum lengkap");
    const other = await NotedDocument.enter(noted.id, "observer");
    expect(await refusal(await other.post("Maret", { id }))).toMatchObject({ field: "id" });
  });

  it("finds its words where they went while it was on its way", async () => {
    const noted = await NotedDocument.create([sentence, "Kedua."]);
    const selected = noted.editor.selected("belum lengkap");
    noted.editor.edit((tr) => tr.split(noted.editor.find("belum").from));
    await noted.settled();
    const answer = await noted.post("Kedua", selected);
    const thread: ThreadView = await answer.json();
    expect(thread.quote).toBe("belum lengkap");
    await until(() => noted.marked(thread.id) === "belum lengkap");
  });

  it("is refused where its words are gone or stand twice, and leaves nothing", async () => {
    const noted = await NotedDocument.create([sentence, "Kata sama.", "Kata sama."]);
    const selected = noted.editor.selected("belum lengkap");
    const { from, to } = noted.editor.find("belum lengkap");
    noted.editor.edit((tr) => tr.insertText("sudah ada", from, to));
    await noted.settled();
    const changed = { status: 409, code: "noted-text-changed" };
    expect(await refusal(await noted.post("Maret", selected))).toEqual(changed);
    const twice = { anchor: selected.anchor, quote: "Kata sama." };
    expect(await refusal(await noted.post("Maret", twice))).toEqual(changed);
    const nowhere = { anchor: { from: "AAAA", to: "AAAA" }, quote: "Kata sama." };
    expect(await refusal(await noted.post("Maret", nowhere))).toEqual(changed);
    expect(await db.select().from(threads).where(eq(threads.documentId, noted.id))).toEqual([]);
    expect(JSON.stringify(noted.client.text)).not.toContain("annotation");
  });

  it.each([
    ["text", { text: " " }],
    ["text", { text: "x".repeat(4001) }],
    ["kind", { kind: "gossip" }],
    ["id", { id: "satu" }],
    ["quote", { quote: "" }],
    ["anchor.from", { anchor: { from: "?", to: "AAAA" } }],
  ])("is refused for its %s: %j", async (field, changes) => {
    const noted = await NotedDocument.create([sentence]);
    expect(await refusal(await noted.post("Maret", changes))).toMatchObject({
      status: 422,
      field,
    });
  });

  it("names people and villages of the forum, and nobody else", async () => {
    const noted = await NotedDocument.create([sentence]);
    const { mentionable } = await noted.threads();
    expect(mentionable.villages.map(({ id }) => id)).toEqual(["village-a", "village-b"]);
    const ids = mentionable.people.map(({ personId }) => personId);
    expect(ids).toContain("participant-a");
    expect(ids).toContain("camat");
    expect(ids).not.toContain("removed");
    expect(ids).not.toContain("villager-c");
    const { mentioned } = await noted.note("Maret", {
      mentions: {
        villageIds: ["village-b", "village-c", "village-d"],
        personIds: ["participant-a", "removed", "villager-c", "villager-d", "nobody"],
      },
    });
    expect(mentioned.villages.map(({ id }) => id)).toEqual(["village-b"]);
    expect(mentioned.people.map(({ personId }) => personId)).toEqual(["participant-a"]);
  });

  it("is refused where the document is full", async () => {
    const noted = await NotedDocument.create([sentence]);
    const situation = noted.client.container("kind", "situation");
    const fill = async (letters: number) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText("n".repeat(letters))]);
      situation.push([paragraph]);
      await until(() => noted.client.saved === noted.client.sent);
    };
    for (let part = 0; part < 4; part++) await fill(480_000);
    const full = Y.encodeStateAsUpdate(noted.client.doc).byteLength;
    await fill(maxStateBytes - full - 200);
    expect(await refusal(await noted.post("Maret"))).toEqual({
      status: 409,
      code: "document-full",
    });
    expect((await noted.threads()).threads).toEqual([]);
  }, 60_000);

  it("on a frozen document stands beside the text, in which nothing is written", async () => {
    const noted = await NotedDocument.create([sentence]);
    await become(noted.id, "submitted");
    const before = noted.client.received.length;
    const thread: ThreadView = await (await noted.post("belum lengkap")).json();
    expect(thread).toMatchObject({ placement: "beside", quote: "belum lengkap" });
    expect(thread.containerId).not.toBeNull();
    await noted.settled();
    expect(noted.client.received).toHaveLength(before);
    expect(noted.marked(thread.id)).toBe("");
    const suggested = await noted.post("Maret", { suggestion: "April" });
    expect(await refusal(suggested)).toEqual({ status: 409, code: "suggestions-closed" });
    expect((await noted.threads()).me).toEqual({
      mayAnnotate: true,
      maySuggest: false,
      mayCloseEvery: true,
    });
  });
});

describe("the list", () => {
  it("asks for the same number of statements, however many threads there are", async () => {
    const noted = await NotedDocument.create([sentence]);
    const count = async () => {
      const counting = countingStatements();
      const cookie = await cookieOf("participant-a");
      const path = `/api/documents/${noted.id}/threads`;
      await (await askWith({ DB: counting.DB }, path, { cookie })).json();
      return counting.count();
    };
    await noted.note("Maret");
    const one = await count();
    for (const words of ["Bukti", "belanja", "desa"]) await noted.note(words);
    expect(await count()).toBe(one);
    expect(one).toBeLessThanOrEqual(12);
  });

  it("says what this person has read", async () => {
    const noted = await NotedDocument.create([sentence]);
    const thread = await noted.note("Maret");
    const path = `/api/documents/${noted.id}/threads/reading`;
    const json = { threadIds: [thread.id, "unknown"] };
    const before = Date.now();
    expect((await askAs("observer", path, { method: "PUT", json })).status).toBe(204);
    const { reads } = await listed(noted.id, "observer");
    expect(Object.keys(reads)).toEqual([thread.id]);
    expect(reads[thread.id]).toBeGreaterThanOrEqual(before);
    expect((await listed(noted.id, "camat")).reads).toEqual({});
  });

  it("takes up what was left half-done, and lets go of what never came into the text", async () => {
    const noted = await NotedDocument.create([sentence]);
    const marked = await noted.note("belum lengkap");
    const row = { documentId: noted.id, authorPersonId: "facilitator", kind: "question" } as const;
    await db
      .update(threads)
      .set({ placement: "placing", place: 0, containerId: null, createdAt: 1 })
      .where(eq(threads.id, marked.id));
    await db.insert(threads).values(
      [1, Date.now()].map((createdAt) => ({
        ...row,
        id: `left-${createdAt === 1 ? "long" : "just"}`,
        text: "Tertinggal.",
        quote: "Maret",
        place: 0,
        placement: "placing" as const,
        createdAt,
        lastWordAt: 1,
      })),
    );
    const { threads: shown } = await noted.threads();
    expect(shown.map(({ id, placement }) => [id, placement])).toEqual([[marked.id, "placed"]]);
    expect(shown[0]?.containerId).toBe(marked.containerId);
    const left = await db.select().from(threads).where(eq(threads.documentId, noted.id));
    expect(left.map(({ id }) => id).sort()).toEqual([marked.id, "left-just"].sort());
  });
});

describe("a thread", () => {
  it("is answered, and an answer that is sent twice is there once", async () => {
    const noted = await NotedDocument.create([sentence]);
    const { id } = await noted.note("Maret");
    const path = `/api/documents/${noted.id}/threads/${id}/replies`;
    const json = { id: crypto.randomUUID(), text: "Ada di lampiran." };
    const answered: ThreadView = await (await askAs("participant-b", path, { json })).json();
    expect(answered.replies).toMatchObject([
      { text: "Ada di lampiran.", author: { personId: "participant-b" } },
    ]);
    expect(answered.lastWordAt).toBe(answered.replies[0]?.at);
    await until(() => noted.client.news.at(-1)?.threads[0]?.replies.length === 1);
    expect(await (await askAs("participant-b", path, { json })).json()).toEqual(answered);
    expect(await refusal(await askAs("participant-a", path, { json }))).toMatchObject({
      status: 422,
      field: "id",
    });
  });

  it("is taken back by its author alone, and not once others have answered", async () => {
    const noted = await NotedDocument.create([sentence]);
    const { id } = await noted.note("Maret");
    const path = `/api/documents/${noted.id}/threads/${id}`;
    const json = { id: crypto.randomUUID(), text: "Ada." };
    expect((await askAs("observer", `${path}/replies`, { json })).status).toBe(200);
    expect(await refusal(await askAs("observer", path, { method: "DELETE" }))).toEqual(notAllowed);
    const answered = await askAs("facilitator", path, { method: "DELETE" });
    expect(await refusal(answered)).toEqual({ status: 409, code: "thread-answered" });
    const reply = `${path}/replies/${json.id}`;
    const foreign = await askAs("facilitator", reply, { method: "DELETE" });
    expect(await refusal(foreign)).toEqual(notAllowed);
    const own: ThreadView = await (await askAs("observer", reply, { method: "DELETE" })).json();
    expect(own.replies).toEqual([]);
    expect((await askAs("facilitator", path, { method: "DELETE" })).status).toBe(204);
    await until(() => noted.marked(id) === "");
    await until(() => noted.client.news.at(-1)?.removedIds[0] === id);
    expect((await noted.threads()).threads).toEqual([]);
    const gone = await askAs("facilitator", path, { method: "DELETE" });
    expect(await refusal(gone)).toEqual(notFound);
  });

  it("is closed and opened again, by those who may", async () => {
    const noted = await NotedDocument.create([sentence]);
    const observer = await NotedDocument.enter(noted.id, "observer");
    const { id } = await observer.note("Maret");
    const path = `/api/documents/${noted.id}/threads/${id}/closure`;
    const foreign = await askAs("participant-a", path, { method: "PUT" });
    expect(await refusal(foreign)).toEqual(notAllowed);
    const closed: ThreadView = await (await askAs("minute-taker", path, { method: "PUT" })).json();
    expect(closed.closed).toMatchObject({ by: { personId: "minute-taker" } });
    const again: ThreadView = await (await askAs("facilitator", path, { method: "PUT" })).json();
    expect(again.closed).toEqual(closed.closed);
    const opened: ThreadView = await (await askAs("observer", path, { method: "DELETE" })).json();
    expect(opened.closed).toBeNull();
  });

  it("is not found in another document", async () => {
    const noted = await NotedDocument.create([sentence]);
    const { id } = await noted.note("Maret");
    const path = `/api/documents/case-draft/threads/${id}`;
    for (const [under, method] of [
      ["/closure", "PUT"],
      ["", "DELETE"],
      ["/acceptance", "PUT"],
    ]) {
      const answer = await askAs("facilitator", path + under, { method });
      expect(await refusal(answer)).toEqual(notFound);
    }
  });

  it("keeps the name that a removed person bears now", async () => {
    const noted = await NotedDocument.create([sentence]);
    const observer = await NotedDocument.enter(noted.id, "observer");
    await observer.note("Maret");
    await db.update(people).set({ name: "Orang dihapus" }).where(eq(people.id, "observer"));
    const { threads: shown } = await noted.threads();
    expect(shown[0]?.author).toMatchObject({ name: "Orang dihapus" });
    await db.update(people).set({ name: "Pejabat observer" }).where(eq(people.id, "observer"));
  });
});
