import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { indexDue } from "../actions/index-due.ts";
import { openDatabase } from "../db/open.ts";
import { practices } from "../db/practices-schema.ts";
import { answers, questions } from "../db/questions-schema.ts";
import { regulations } from "../db/regulations-schema.ts";
import {
  agreements,
  documents,
  followUps,
  forumMembers,
  forums,
  replies,
  threads,
} from "../db/schema.ts";
import { ask, askWith, cookieOf, countingStatements } from "../testing/requests.ts";
import { indexText, refsAs, searchAs } from "../testing/search.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });

const db = openDatabase(env);
const here = "99.01.01";
const [tax, by] = [{ theme: "tax" } as const, "participant-a"];

async function indexAll(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await indexDue(env);
}

beforeAll(async () => {
  await buildWorld();
  await db.insert(threads).values({
    ...{ id: "thread", documentId: "case-draft", authorPersonId: by, authorVillageId: "village-a" },
    ...{ kind: "question", text: "Apakah dermaga sudah diukur?", quote: "dermaga", place: 1 },
    ...{ placement: "placed", createdAt: 1, lastWordAt: 1 },
  });
  await db.insert(replies).values({
    ...{ id: "reply", threadId: "thread", authorPersonId: "participant-b", createdAt: 2 },
    ...{ authorVillageId: "village-b", text: "Sudah, oleh juru ukur kecamatan." },
  });
  await db.insert(agreements).values({
    ...{ documentId: "case-draft", nodeId: "node", position: 0, place: 1 },
    text: "Belanja dermaga didahulukan.",
  });
  await db.insert(followUps).values({
    ...{ id: "follow-up", documentId: "case-draft", nodeId: "node-2", position: 0, place: 1 },
    ...{ activity: "Mengukur dermaga", responsible: "Kasi", villageText: "Contoh B" },
    ...{ villageId: "village-b", dueText: "", output: "Peta dermaga", createdAt: 1 },
  });
  await db.insert(practices).values({
    ...{
      id: "practice",
      districtId: here,
      villageId: "village-b",
      ...tax,
      createdAt: 1_780_000_000_000,
    },
    ...{ title: "Papan dermaga", situation: "", deed: "Memasang papan", cost: "", result: "" },
    ...{ contactOffice: "Kantor", sharedByPersonId: by, changedAt: 1, withdrawnAt: null },
  });
  await db.insert(questions).values({
    ...{ id: "question", districtId: here, ...tax, title: "Bolehkah dermaga disewakan?", text: "" },
    ...{
      askedByPersonId: by,
      villageId: "village-a",
      isHidden: true,
      createdAt: 1_780_000_000_000,
    },
  });
  await db.insert(answers).values({
    ...{ id: "answer", questionId: "question", authorPersonId: "participant-b", createdAt: 3 },
    text: "Boleh dengan perdes tentang sewa.",
  });
  await db.insert(regulations).values({
    ...{ id: "regulation", districtId: here, kind: "Perbup", number: "7", year: 2020 },
    ...{ about: "Dermaga rakyat", regulationKey: "perbup|7|2020", createdAt: 1, changedAt: 1 },
  });
  await indexAll();
  await indexText("case-draft", "Kasus rahasia", "Dermaga zamrud dibangun.");
  await indexText("case-elsewhere", "Kasus jauh", "Dermaga zamrud di kecamatan lain.");
  await indexText("case-drafted", "Kasus selesai", "Dermaga selesai disusun.");
});

beforeEach(() => vi.useRealTimers());

const inDraft = [
  "agreement:case-draft:node",
  "document:case-draft",
  "followUp:follow-up",
  "thread:thread",
];
const sharedHere = ["practice:practice", "question:question"];
const register = ["regulation:regulation"];
const drafted = ["document:case-drafted"];

describe("who finds what", () => {
  it.each([
    ["participant-a", [...inDraft, ...drafted, ...sharedHere, ...register]],
    ["facilitator", [...inDraft, ...drafted, ...sharedHere, ...register]],
    ["camat", [...inDraft, ...drafted, ...sharedHere, ...register]],
    ["minute-taker", [...inDraft, ...drafted, ...register]],
    ["observer", [...inDraft, ...drafted, ...register]],
    ["reviewer", [...drafted, ...sharedHere, ...register]],
    ["inspector", register],
    ["villager-c", [...sharedHere, ...register]],
    ["villager-d", ["document:case-elsewhere"]],
    ["facilitator-elsewhere", ["document:case-elsewhere"]],
  ])("%s", async (personId, refs) => {
    expect((await refsAs(personId, "dermaga")).sort()).toEqual([...refs].sort());
  });

  it("whoever is not signed in finds nothing", async () => {
    expect((await ask("/api/search?q=dermaga")).status).toBe(401);
  });

  it("asks more of nothing but what one may see", async () => {
    const refs = [...inDraft, ...sharedHere, ...register, "document:case-elsewhere"].join(",");
    const more = async (personId: string) => {
      const path = `/api/search/more?q=dermaga&refs=${refs}`;
      const answer = await ask(path, { cookie: await cookieOf(personId) });
      return (await answer.json<{ hits: { ref: string }[] }>()).hits.map(({ ref }) => ref);
    };
    expect(await more("villager-c")).toEqual([...sharedHere, ...register]);
    expect(await more("inspector")).toEqual(register);
    expect(await more("villager-d")).toEqual(["document:case-elsewhere"]);
    expect(await more("participant-a")).toEqual([...inDraft, ...sharedHere, ...register]);
  });

  it("a correction tells nobody of a word that they may not see", async () => {
    const answer = await searchAs("participant-a", "zamrut");
    expect(answer).toMatchObject({ corrected: "zamrud", hits: [{ ref: "document:case-draft" }] });
    for (const personId of ["reviewer", "villager-c", "inspector", "minute-taker"]) {
      const { corrected } = await searchAs(personId, "zamrut");
      expect(corrected, personId).toBe(personId === "minute-taker" ? "zamrud" : null);
    }
    const nothing = { hits: [], next: [], corrected: null, isPartly: false };
    expect(await searchAs("villager-c", "zamrut")).toEqual(nothing);
    expect(await searchAs("villager-c", "zamrud")).toEqual(nothing);
    expect(await searchAs("villager-c", "zamr")).toEqual(nothing);
  });

  it("what changes its status is found by whom it concerns then", async () => {
    expect(await refsAs("reviewer", "zamrud")).toEqual([]);
    const set = (status: "drafted" | "draft" | "withdrawn") =>
      db.update(documents).set({ status }).where(eq(documents.id, "case-draft"));
    await set("drafted");
    expect(await refsAs("reviewer", "zamrud")).toEqual(["document:case-draft"]);
    await set("withdrawn");
    expect(await refsAs("reviewer", "zamrud")).toEqual([]);
    expect(await refsAs("participant-a", "dermaga", { kind: "agreement" })).toEqual([]);
    await set("draft");
  });

  it("who is taken off a forum finds nothing of it any more", async () => {
    const places = await db
      .select()
      .from(forumMembers)
      .where(eq(forumMembers.personId, "participant-b"));
    expect(await refsAs("participant-b", "zamrud")).toEqual(["document:case-draft"]);
    await db.delete(forumMembers).where(eq(forumMembers.personId, "participant-b"));
    expect(await refsAs("participant-b", "zamrud")).toEqual([]);
    await db.insert(forumMembers).values(places);
  });
});

describe("a filter tells nothing that is hidden", () => {
  const ofVillageA = { village: "village-a" };

  it("of an unnamed case, but to its facilitators", async () => {
    const found = (personId: string) => refsAs(personId, "dermaga", ofVillageA);
    expect((await found("participant-b")).sort()).toEqual(
      ["document:case-draft", "thread:thread", ...drafted].sort(),
    );
    await db
      .update(documents)
      .set({ isUnnamed: true })
      .where(eq(documents.forumId, "forum-in-session"));
    expect(await found("participant-b")).toEqual([]);
    expect(await found("camat")).toEqual([]);
    expect((await found("facilitator")).sort()).toEqual(
      ["document:case-draft", "question:question", "thread:thread", ...drafted].sort(),
    );
    for (const personId of ["participant-b", "camat", "participant-a"]) {
      const { hits } = await searchAs(personId, "dermaga");
      const inForum = hits.filter(({ document, kind }) => document !== null || kind === "case");
      expect(inForum.map(({ village }) => village)).toEqual(inForum.map(() => null));
    }
    expect(
      await refsAs("participant-b", "dermaga", { kind: "followUp", village: "village-b" }),
    ).toEqual([]);
    await db
      .update(documents)
      .set({ isUnnamed: false })
      .where(eq(documents.forumId, "forum-in-session"));
  });

  it("of a hidden question, but to its village and to facilitators", async () => {
    const found = (personId: string) =>
      refsAs(personId, "dermaga", { ...ofVillageA, kind: "question" });
    expect(await found("participant-b")).toEqual([]);
    expect(await found("camat")).toEqual([]);
    expect(await found("participant-a")).toEqual(["question:question"]);
    expect(await found("facilitator")).toEqual(["question:question"]);
    const { hits } = await searchAs("participant-b", "dermaga", { kind: "question" });
    expect(hits).toMatchObject([{ ref: "question:question", village: null }]);
  });
});

describe("filters", () => {
  it.each([
    [{ kind: "practice" }, ["practice:practice"]],
    [{ kind: "case" }, ["document:case-draft", "document:case-drafted"]],
    [{ kind: "minutes" }, []],
    [{ kind: "regulation", year: "2020" }, ["regulation:regulation"]],
    [{ kind: "regulation", year: "2021" }, []],
    [{ theme: "tax" }, sharedHere],
    [{ theme: "tax", year: "2026" }, sharedHere],
    [{ theme: "tax", year: "2025" }, []],
    [{ year: "2027", kind: "case" }, ["document:case-draft", "document:case-drafted"]],
    [{ status: "drafted" }, ["document:case-drafted"]],
    [{ status: "notStarted" }, ["followUp:follow-up"]],
    [{ status: "done" }, []],
    [{ village: "village-b" }, ["followUp:follow-up", "practice:practice"]],
    [{ village: "village-d" }, []],
  ])("%j", async (filter, refs) => {
    const given: Record<string, string> = { ...filter };
    expect((await refsAs("participant-a", "dermaga", given)).sort()).toEqual([...refs].sort());
  });
});

describe("the index follows", () => {
  it("what is taken back, withdrawn, answered and changed through the API", async () => {
    const as = async (personId: string, path: string, method: string, json?: unknown) => {
      const answer = await ask(path, {
        method,
        cookie: await cookieOf(personId),
        ...(json === undefined ? {} : { json }),
      });
      expect(answer.status).toBeLessThan(300);
    };
    const untilFound = (q: string, refs: string[]) =>
      vi.waitUntil(async () => (await refsAs("participant-a", q)).join() === refs.join());
    const id = crypto.randomUUID();
    const words = { theme: "assets", situation: "Ada lumbung.", deed: "Lumbung dicat.", cost: "" };
    const practice = { ...words, title: "Lumbung pangan", result: "", contactOffice: "Kantor" };
    await as("participant-a", "/api/practices", "POST", { ...practice, id });
    await untilFound("lumbung", [`practice:${id}`]);
    await as("participant-a", `/api/practices/${id}`, "DELETE");
    await untilFound("lumbung", []);
    const { results } = await env.DB.prepare(
      "SELECT rowid FROM search_index WHERE search_index MATCH 'lumbung'",
    ).all();
    await vi.waitUntil(async () => {
      const left = await env.DB.prepare(
        "SELECT count(*) AS n FROM search_index WHERE search_index MATCH 'lumbung'",
      ).first<{ n: number }>();
      return left?.n === 0;
    });
    expect(results.length).toBeLessThanOrEqual(1);
    const answer = crypto.randomUUID();
    await as("participant-b", "/api/questions/question/answers", "POST", {
      ...{ id: answer, text: "Tanyakan kepada syahbandar." },
    });
    await untilFound("syahbandar", ["question:question"]);
    await as("participant-b", `/api/questions/question/answers/${answer}`, "DELETE");
    await untilFound("syahbandar", []);
  });
});

it("a search stays below 40 statements, also with three mistyped words", async () => {
  for (const q of ["dermaga", "dermagga zamrut peerdes", "dermaga warung kapal"]) {
    const { DB, count } = countingStatements();
    const answer = await askWith({ DB }, `/api/search?q=${encodeURIComponent(q)}`, {
      cookie: await cookieOf("participant-a"),
    });
    expect(answer.status).toBe(200);
    expect(count(), q).toBeLessThanOrEqual(32);
  }
});

it("bringing whatever changed into the index stays below 40 statements beside the request", async () => {
  await env.DB.prepare(
    "INSERT INTO search_due (kind, subject_id, stamp) SELECT kind, subject_id, 1 FROM search_entries WHERE true ON CONFLICT DO NOTHING",
  ).run();
  await db.update(forums).set({ title: "Forum" });
  for (const [documents, atMost] of [
    [1, 21],
    [3, 35],
  ] as const) {
    const { DB, count } = countingStatements();
    await indexDue({ DB, DOCUMENT_ROOM: env.DOCUMENT_ROOM }, documents);
    expect(count()).toBeLessThanOrEqual(atMost);
  }
});
