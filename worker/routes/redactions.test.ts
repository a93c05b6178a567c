import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { closeCodes } from "../../party/close-codes.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { FoundOccurrences } from "../actions/redaction-search.ts";
import type { Redactions } from "../actions/redactions.ts";
import { openDatabase } from "../db/open.ts";
import {
  agreements,
  auditLog,
  documents,
  followUpReports,
  followUps,
  redactions,
  reviewNotes,
} from "../db/schema.ts";
import { askWith, cookieOf, countingStatements, refusal } from "../testing/requests.ts";
import { askOf, setStatus } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const nik = "3505160101700001";

async function occurrences(id: string, words: string): Promise<FoundOccurrences> {
  const answer = await askOf(id, "facilitator", "/redactions/occurrences", { words }, "POST");
  if (!answer.ok) throw new Error(`searching was answered with ${await answer.text()}`);
  return answer.json();
}

async function wishFor(id: string, words: string, given: Record<string, unknown> = {}) {
  const found = await occurrences(id, words);
  const chosen = found.occurrences.map(({ key }) => key);
  return { words, chosen, reasonKind: "nik", reason: "NIK warga", ...given };
}

async function redact(id: string, words: string, given: Record<string, unknown> = {}) {
  return askOf(id, "facilitator", "/redactions", await wishFor(id, words, given), "POST");
}

async function listOf(id: string, who = "facilitator"): Promise<Redactions> {
  return (await askOf(id, who, "/redactions")).json();
}

/** Everything that the database has, but for its own words about tables. */
async function everyRow(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%'",
  ).all<{ name: string }>();
  const all = await env.DB.batch(
    results.map(({ name }) => env.DB.prepare(`SELECT * FROM ${name}`)),
  );
  return JSON.stringify(all.map((each) => each.results));
}

describe("personal data of a document that was not submitted", () => {
  it("vanish at once from room, notes, replies, names of versions and title, and leave bars", async () => {
    const noted = await NotedDocument.create([`Penerima NIK ${nik} di dusun.`, "Baris lain."]);
    const thread = await noted.note(nik, { text: `Apakah ${nik} benar?` });
    await noted.ask(`/threads/${thread.id}/replies`, {
      json: { id: crypto.randomUUID(), text: `Ya, ${nik}.` },
    });
    await askOf(noted.id, "camat", "/versions", { name: `Dengan ${nik}` }, "POST");
    await db
      .update(documents)
      .set({ title: `Kasus ${nik}` })
      .where(eq(documents.id, noted.id));
    const { occurrences: places, beside } = await occurrences(noted.id, nik);
    expect(places).toMatchObject([
      {
        ...{ before: "Penerima NIK ", words: nik, after: " di dusun.", stands: true, units: 16 },
        author: { name: "Pejabat facilitator" },
      },
    ]);
    expect(beside).toEqual({ rows: 4, links: 0 });
    const answer = await redact(noted.id, nik);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ units: 16 });
    const reading = await env.DOCUMENT_ROOM.getByName(noted.id).reading();
    expect(reading).toContain(`"text":"${"█".repeat(16)}"`);
    expect(await everyRow()).not.toContain(nik);
    expect((await noted.threads()).threads).toMatchObject([
      { quote: "█".repeat(16), text: `Apakah ${"█".repeat(16)} benar?` },
    ]);
    expect((await occurrences(noted.id, nik)).occurrences).toEqual([]);
    await vi.waitUntil(() => noted.client.closed !== null);
    expect(noted.client.closed).toBe(closeCodes.redacted);
  });

  it("go from every row with at most 40 statements to the database", async () => {
    const noted = await NotedDocument.create([`Penerima NIK ${nik}.`]);
    const id = noted.id;
    const thread = await noted.note("Penerima", { text: nik, suggestion: `Warga ${nik}` });
    const words = { text: nik, at: 1, personId: "reviewer", documentId: id };
    const followUp = { activity: nik, responsible: nik, villageText: nik, dueText: nik };
    await db.batch([
      db.insert(agreements).values({ ...words, nodeId: "a", position: 0, place: 1, isGone: true }),
      db.insert(followUps).values({
        ...{ id: `follow-up ${id}`, documentId: id, nodeId: "f", position: 0, ...followUp },
        ...{ output: nik, place: 1, isGone: true, createdAt: 1 },
      }),
      db.insert(followUpReports).values({
        ...{ id: `report ${id}`, followUpId: `follow-up ${id}`, personId: "reviewer" },
        ...{ at: 1, text: nik, link: `https://contoh.test/${nik}` },
      }),
      db.insert(reviewNotes).values({ ...words, id: `note ${id}`, place: 1 }),
    ]);
    const wish = await wishFor(id, nik);
    const { DB, count } = countingStatements();
    const answer = await askWith({ DB }, `/api/documents/${id}/redactions`, {
      json: wish,
      cookie: await cookieOf("facilitator"),
    });
    expect(answer.status).toBe(201);
    expect(count()).toBeLessThanOrEqual(40);
    expect(await everyRow()).not.toContain(nik);
    const [note] = (await noted.threads()).threads;
    expect(note).toMatchObject({ id: thread.id, suggestion: `Warga ${"█".repeat(16)}` });
  });

  it("of an unnamed case name nobody to whoever may not know", async () => {
    const { id } = await NotedDocument.create([`NIK ${nik}.`], { isUnnamed: true });
    await redact(id, nik);
    const [forCamat] = (await listOf(id, "camat")).redactions;
    expect(JSON.stringify(forCamat)).not.toMatch(/Pejabat|facilitator|Kecamatan/);
    const [forFacilitator] = (await listOf(id, "facilitator")).redactions;
    expect(forFacilitator?.proposedBy).toMatchObject({ person: { name: "Pejabat facilitator" } });
  });

  it("are found where they were deleted long ago, and stay in no version", async () => {
    const noted = await NotedDocument.create([`Telepon 081234567890 dihubungi.`]);
    noted.editor.edit((tr) => {
      tr.doc.descendants((node, at) => {
        const from = node.text?.indexOf("081234567890") ?? -1;
        if (from >= 0) tr.delete(at + from, at + from + 12);
      });
    });
    await noted.saved();
    const { occurrences: places } = await occurrences(noted.id, "081234567890");
    expect(places).toMatchObject([{ stands: false, words: "081234567890" }]);
    expect((await redact(noted.id, "081234567890", { reasonKind: "phone" })).status).toBe(201);
    const room = env.REVIEW_ROOM.getByName(noted.id);
    const head = await room.head();
    const moments = await Promise.all(
      Array.from({ length: (head?.last ?? 0) + 1 }, (_, place) => room.readingAt(place)),
    );
    expect(moments.join()).not.toContain("081234567890");
    expect(moments.join()).toContain("█".repeat(12));
  });

  it("are listed by who, office, when, why and how many letters, and nothing of them is logged", async () => {
    const noted = await NotedDocument.create([`Alamat Dusun Contoh RT 01 ada.`]);
    const log = vi.spyOn(console, "log");
    const error = vi.spyOn(console, "error");
    await redact(noted.id, "Dusun Contoh RT 01", { reasonKind: "address", reason: "Rumah warga" });
    for (const who of ["facilitator", "camat", "reviewer"]) {
      const status = who === "reviewer" ? "drafted" : "open";
      await setStatus(noted.id, status);
      expect((await listOf(noted.id, who)).redactions).toMatchObject([
        {
          ...{ status: "done", reasonKind: "address", reason: "Rumah warga", units: 18 },
          proposedBy: {
            person: { name: "Pejabat facilitator", office: "Kecamatan Contoh" },
          },
          occurrences: null,
        },
      ]);
    }
    const [forVillage] = (await listOf(noted.id, "participant-a")).redactions;
    expect(forVillage?.proposedBy).toEqual({ office: "Kecamatan Contoh" });
    const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, noted.id));
    expect(acts).toMatchObject([
      { action: "redactionOrdered", personId: "facilitator" },
      { action: "personalDataRemoved", personId: null },
    ]);
    const said = JSON.stringify([acts, log.mock.calls, error.mock.calls]);
    expect(said).not.toContain("Dusun Contoh RT 01");
    vi.restoreAllMocks();
  });

  it("stay where they were not chosen", async () => {
    const noted = await NotedDocument.create(["Budi Contoh hadir.", "Budi Contoh pulang."]);
    const wish = await wishFor(noted.id, "budi contoh");
    expect(wish.chosen).toHaveLength(2);
    const one = { ...wish, chosen: wish.chosen.slice(0, 1) };
    expect((await askOf(noted.id, "facilitator", "/redactions", one, "POST")).status).toBe(201);
    const reading = await env.DOCUMENT_ROOM.getByName(noted.id).reading();
    expect(reading).toContain(`${"█".repeat(11)} hadir.`);
    expect(reading).toContain("Budi Contoh pulang.");
  });

  it("are refused in words: too short, chosen from an old list, a reason that has them or is missing", async () => {
    const noted = await NotedDocument.create([`Rekening 123-456-789 milik warga.`]);
    const order = (json: unknown) => askOf(noted.id, "facilitator", "/redactions", json, "POST");
    const wish = await wishFor(noted.id, "123-456-789", { reasonKind: "other", reason: "" });
    expect(await refusal(await order(wish))).toEqual({
      ...{ status: 422, code: "reason-missing", field: "reason" },
    });
    expect(await refusal(await order({ ...wish, reason: "Nomor 123-456-789" }))).toEqual({
      ...{ status: 422, code: "reason-holds-words", field: "reason" },
    });
    expect(await refusal(await order({ ...wish, reason: "x", chosen: ["1:1"] }))).toEqual({
      ...{ status: 409, code: "redaction-nothing-there" },
    });
    for (const words of ["ab", "█████"]) {
      const search = { words };
      const path = "/redactions/occurrences";
      const refused = await askOf(noted.id, "facilitator", path, search, "POST");
      expect(await refusal(refused)).toEqual({
        ...{ status: 422, code: "invalid-field", field: "words" },
      });
    }
    const reading = await env.DOCUMENT_ROOM.getByName(noted.id).reading();
    expect(reading).toContain("123-456-789");
    expect(await db.select().from(redactions).where(eq(redactions.documentId, noted.id))).toEqual(
      [],
    );
  });

  it("are removed by one of two who do it at once; the other is told, and nothing is left half-done", async () => {
    const noted = await NotedDocument.create([`NIK ${nik} tertulis.`]);
    const wish = await wishFor(noted.id, nik);
    const answers = await Promise.all(
      [0, 1].map(() => askOf(noted.id, "facilitator", "/redactions", wish, "POST")),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
    const rows = await db.select().from(redactions).where(eq(redactions.documentId, noted.id));
    expect(rows).toMatchObject([{ status: "done", words: null, leaves: null }]);
  });

  it("are removed to the end by the next who looks, where a request died between room and database", async () => {
    const noted = await NotedDocument.create([`NIK ${nik} tertulis.`]);
    await noted.note("tertulis", { text: `Milik ${nik}` });
    const [occurrence] = (await env.REVIEW_ROOM.getByName(noted.id).occurrencesOf(nik)) ?? [];
    const pieces = occurrence?.pieces ?? [];
    await db.insert(redactions).values({
      ...{ id: `left ${noted.id}`, documentId: noted.id, status: "confirmed" },
      ...{ reasonKind: "nik", reason: "", pieces: JSON.stringify([pieces]), units: 16 },
      ...{ words: JSON.stringify([nik]), proposedByPersonId: "facilitator", proposedAt: 1 },
      ...{ decidedByPersonId: "facilitator", decidedAt: 1 },
    });
    const author = { personId: "facilitator", villageId: null };
    const order = { redactionId: `left ${noted.id}`, pieces, author, isAtOnce: true };
    expect(await env.DOCUMENT_ROOM.getByName(noted.id).redact(order)).toMatchObject({
      kind: "redacted",
    });
    expect(await everyRow()).toContain(nik);
    expect((await listOf(noted.id, "participant-a")).redactions).toMatchObject([
      { status: "done", units: 16 },
    ]);
    expect(await everyRow()).not.toContain(nik);
    const done = and(eq(auditLog.subjectId, noted.id), eq(auditLog.action, "personalDataRemoved"));
    await listOf(noted.id, "participant-a");
    expect(await db.select().from(auditLog).where(done)).toHaveLength(1);
  });

  it("are given up where a request died before the room and they are not there any more", async () => {
    const noted = await NotedDocument.create([`NIK ${nik} tertulis.`]);
    const id = noted.id;
    await db.insert(redactions).values({
      ...{ id: `vain ${id}`, documentId: id, status: "confirmed" },
      ...{ reasonKind: "nik", reason: "", pieces: "[[]]", units: 16 },
      ...{ words: JSON.stringify([nik]), proposedByPersonId: "facilitator", proposedAt: 1 },
      ...{ decidedByPersonId: "facilitator", decidedAt: 1 },
    });
    expect((await redact(id, nik)).status).toBe(201);
    expect(await listOf(id)).toMatchObject({ redactions: [{ status: "done" }] });
  });
});
