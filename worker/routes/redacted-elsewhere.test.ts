import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { FoundOccurrences, ShownOccurrence } from "../actions/redaction-search.ts";
import { openDatabase } from "../db/open.ts";
import { agreements, documents, followUps, redactions } from "../db/schema.ts";
import { askWith, cookieOf, countingStatements } from "../testing/requests.ts";
import { askOf } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const nik = "3505160101700001";

async function occurrences(id: string, words: string): Promise<ShownOccurrence[]> {
  const answer = await askOf(id, "facilitator", "/redactions/occurrences", { words }, "POST");
  return (await answer.json<FoundOccurrences>()).occurrences;
}

async function redact(
  DB: D1Database,
  id: string,
  words: string,
  places: readonly ShownOccurrence[],
): Promise<Response> {
  const chosen = places.map(({ key }) => key);
  return askWith({ DB }, `/api/documents/${id}/redactions`, {
    json: { words, chosen, reasonKind: "nik", reason: "Data warga" },
    cookie: await cookieOf("facilitator"),
  });
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

describe("personal data beside the text", () => {
  it("go from what was learnt, asked and thought of it, and from notes on a part of them", async () => {
    const phrase = `Budi Santoso, NIK ${nik}`;
    const noted = await NotedDocument.create([`Penerima ${phrase}.`, "Ekonomi Budi."]);
    const id = noted.id;
    await noted.note(nik, { text: "Benarkah 3505 1601 0170 0001?" });
    await noted.note("Budi Santoso", { suggestion: "Santoso" });
    const [district, by] = ["99.01.01", "facilitator"];
    const insert = (sql: string, ...values: unknown[]) => env.DB.prepare(sql).bind(...values);
    await env.DB.batch([
      insert(
        `INSERT INTO outcomes (document_id, learnt, decision, written_by_person_id, created_at,
          changed_at, ask_again_at, result) VALUES (?1, ?2, ?2, ?3, 1, 1, 1, ?2)`,
        ...[id, phrase, by],
      ),
      insert(
        `INSERT INTO outcome_villages (document_id, village_id, marked_by_person_id, marked_at, result)
         VALUES (?1, 'village-a', ?3, 1, ?2)`,
        ...[id, phrase, by],
      ),
      insert(
        `INSERT INTO questions (id, district_id, theme, title, text, asked_by_person_id, is_hidden,
          created_at, document_id) VALUES (?1, ?4, 'planning', ?2, ?2, ?3, 0, 1, ?1)`,
        ...[id, phrase, by, district],
      ),
      insert(
        `INSERT INTO answers (id, question_id, author_person_id, text, created_at)
         VALUES (?1, ?1, ?3, ?2, 1)`,
        ...[id, phrase, by],
      ),
      // One that was found in it, one that became it, and one that was merged of the first.
      ...["found", "became", "merged"].map((problemId) =>
        insert(
          `INSERT INTO problems (id, district_id, theme, title, note, urgency, impact, frequency,
            made_by_person_id, created_at, revision, document_id)
           VALUES (?5, ?4, 'tax', ?2, ?2, 1, 1, 1, ?3, 1, 0, iif(?5 = 'became', ?1, NULL))`,
          ...[id, phrase, by, district, problemId],
        ),
      ),
      insert(
        `INSERT INTO problem_sources (id, problem_id, kind, document_id, added_by_person_id, added_at)
         VALUES ('found', 'found', 'case', ?1, ?2, 1)`,
        ...[id, by],
      ),
      insert(
        "INSERT INTO problem_merges (problem_id, into_id, merged_at) VALUES ('found', 'merged', 1)",
      ),
      insert(
        `INSERT INTO modules (document_id, district_id, status, created_by_person_id, created_at)
         VALUES (?1, ?2, 'draft', ?3, 1)`,
        ...[id, district, by],
      ),
      insert(
        `INSERT INTO module_writers (document_id, person_id, request, asked_by_person_id, asked_at)
         VALUES (?1, ?3, ?2, ?3, 1)`,
        ...[id, phrase, by],
      ),
      insert(
        `INSERT INTO module_evaluations (document_id, forum_id, person_id, given_as, clear, useful,
          fitting, applicable, word, at)
         VALUES (?1, 'forum-in-session', ?3, 'facilitator', 1, 1, 1, 1, ?2, 1)`,
        ...[id, phrase, by],
      ),
      // Not in the document any more, though the register does not know it yet.
      insert(
        `INSERT INTO agreements (document_id, node_id, position, text, place, is_gone)
         VALUES (?1, 'late', 0, ?2, 0, 0)`,
        ...[id, phrase],
      ),
    ]);
    const { DB, count } = countingStatements();
    expect((await redact(DB, id, phrase, await occurrences(id, phrase))).status).toBe(201);
    expect(count()).toBeLessThanOrEqual(40);
    expect(await everyRow()).not.toMatch(/3505160101700001|3505 1601 0170 0001|Santoso/);
    const { results } = await env.DB.prepare("SELECT revision FROM problems").all();
    expect(results).toEqual([{ revision: 1 }, { revision: 1 }, { revision: 1 }]);
  });

  it("stay in the register where their place in the document was not chosen", async () => {
    const noted = await NotedDocument.create(["Pak Eko hadir."]);
    const followUp = noted.client.container("kind", "followUps").get(0);
    const field = followUp instanceof Y.XmlElement ? followUp.get(0) : null;
    const text = field instanceof Y.XmlElement ? field.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("no activity");
    text.insert(0, "Pak Eko menjaga ekonomi.");
    await noted.saved();
    await env.DOCUMENT_ROOM.getByName(noted.id).project();
    const ofThis = db.select().from(followUps).where(eq(followUps.documentId, noted.id));
    const [first] = await ofThis;
    if (!first) throw new Error("nothing in the register");
    const moved = { id: "moved", replacesId: first.id, dueText: "sesudah Eko" };
    await db.insert(followUps).values({ ...first, ...moved });
    const places = await occurrences(noted.id, "Eko");
    const chosen = places.filter(({ after }) => after.startsWith(" hadir"));
    expect((await redact(env.DB, noted.id, "Eko", chosen)).status).toBe(201);
    const standing = { activity: "Pak Eko menjaga ekonomi.", isGone: false };
    const rows = await ofThis;
    expect(rows).toHaveLength(2);
    expect(rows).toMatchObject([standing, standing]);
    expect(rows.find(({ id }) => id === "moved")?.dueText).toBe("sesudah ███");
  });

  it("go from a register that is ahead of a room which was restored from an older copy", async () => {
    const { id } = await NotedDocument.create([`NIK ${nik}.`]);
    await db.insert(agreements).values({
      ...{ documentId: id, nodeId: "late", position: 0, text: `Milik ${nik}`, place: 900 },
    });
    await db.update(documents).set({ projectedPlace: 900 }).where(eq(documents.id, id));
    expect((await redact(env.DB, id, nik, await occurrences(id, nik))).status).toBe(201);
    const rows = await db.select().from(agreements).where(eq(agreements.documentId, id));
    expect(rows).toMatchObject([{ text: `Milik ${"█".repeat(16)}`, isGone: false }]);
  });

  it("go from a register that fell behind, where a request died after the room was done", async () => {
    const { id } = await NotedDocument.create([`NIK ${nik}.`]);
    const room = env.DOCUMENT_ROOM.getByName(id);
    const [found] = (await env.REVIEW_ROOM.getByName(id).occurrencesOf(nik)) ?? [];
    const pieces = found?.pieces ?? [];
    const author = { personId: "facilitator", villageId: null };
    await room.redact({ redactionId: `left ${id}`, pieces, author, isAtOnce: true });
    expect(await room.project()).toBe(true);
    await db.batch([
      db.insert(redactions).values({
        ...{ id: `left ${id}`, documentId: id, status: "confirmed", reasonKind: "nik", reason: "" },
        ...{ pieces: JSON.stringify([pieces]), units: 16, words: JSON.stringify([nik]) },
        ...{ proposedByPersonId: "facilitator", proposedAt: 1 },
        ...{ decidedByPersonId: "facilitator", decidedAt: 1 },
      }),
      db.insert(agreements).values({
        ...{ documentId: id, nodeId: "late", position: 0, text: `Milik ${nik}`, place: 0 },
      }),
    ]);
    await askOf(id, "facilitator", "/redactions");
    const rows = await db.select().from(agreements).where(eq(agreements.documentId, id));
    expect(rows).toMatchObject([{ text: `Milik ${"█".repeat(16)}`, isGone: true }]);
  });
});
