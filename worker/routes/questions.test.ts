import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ListedQuestion, QuestionPage } from "../actions/questions.ts";
import { openDatabase } from "../db/open.ts";
import { answers, questions } from "../db/questions-schema.ts";
import { regulations } from "../db/regulations-schema.ts";
import { auditLog, documents } from "../db/schema.ts";
import { ask as askFor, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

// Some ask many times.
vi.setConfig({ testTimeout: 20_000 });

beforeAll(buildWorld);

const db = openDatabase(env);
const words = {
  theme: "tax",
  title: "Pajak honor narasumber dari luar desa",
  text: "Siapa yang memungut?",
  isHidden: false,
};

beforeEach(async () => {
  await db.delete(answers);
  await db.delete(questions);
});

const as = async (personId: string, path: string, method = "GET", json?: unknown) =>
  askFor(`/api/questions${path}`, {
    method,
    cookie: await cookieOf(personId),
    ...(json === undefined ? {} : { json }),
  });

async function ask(changes: Partial<typeof words> = {}, personId = "representative-a") {
  const id = crypto.randomUUID();
  const answer = await as(personId, "", "POST", { ...words, ...changes, id });
  expect(answer.status).toBe(204);
  return id;
}

async function answer(questionId: string, personId: string, text = "Bendahara desa.") {
  const id = crypto.randomUUID();
  const given = await as(personId, `/${questionId}/answers`, "POST", { id, text });
  expect(given.status).toBe(204);
  return id;
}

const read = async (id: string, personId: string) =>
  (await as(personId, `/${id}`)).json<QuestionPage>();

describe("Tanya Bareng", () => {
  it("shows whose village asks, and the villages and offices that answer, without names", async () => {
    const id = await ask();
    await answer(id, "participant-b");
    await answer(id, "facilitator");
    const text = await (await as("villager-c", `/${id}`)).text();
    const page: QuestionPage = JSON.parse(text);
    expect(page.question.asker).toMatchObject({ village: { name: "Desa Contoh A" } });
    expect(page.answers.map(({ voice }) => voice.village?.name ?? voice.office)).toEqual([
      "Desa Contoh B",
      "Kecamatan Contoh",
    ]);
    expect(text).not.toMatch(/representative-a|participant-b|Warga|Pejabat/);
    expect(await refusal(await as("villager-d", `/${id}`))).toEqual(notFound);
  });

  it("tells no other village whose a hidden question is, in no answer of the API", async () => {
    const id = await ask({ isHidden: true });
    await answer(id, "participant-a", "Tambahan dari kami.");
    await answer(id, "participant-b");
    const trace = /village-a|Contoh A|participant-a|representative-a/;
    for (const personId of ["participant-b", "villager-c", "camat", "reviewer"]) {
      for (const path of ["", `/${id}`, "/similar?text=pajak%20honor%20narasumber"]) {
        const seen = await (await as(personId, path)).text();
        expect(seen).toContain("narasumber");
        expect(seen).not.toMatch(trace);
      }
    }
    const { answers: given } = await read(id, "villager-c");
    expect(given.map(({ isAsker, voice }) => [isAsker, voice.isHidden])).toEqual([
      [true, true],
      [false, false],
    ]);
    for (const personId of ["participant-a", "facilitator"]) {
      const page = await read(id, personId);
      expect(page.question.asker.village?.name).toBe("Desa Contoh A");
    }
    const facts = await db.select().from(auditLog);
    const about = facts.filter(({ subjectId }) => subjectId === id);
    expect(about.map(({ action, personId }) => [action, personId])).toEqual([
      ["questionAsked", null],
      ["answerGiven", null],
      ["answerGiven", null],
    ]);
    const log = await askFor(`/api/audit?subject=${id}`, { cookie: await cookieOf("camat") });
    const { rows } = await log.json<{ rows: { isMasked: boolean; person: unknown }[] }>();
    expect(rows.map(({ isMasked, person }) => [isMasked, person])).toEqual(
      Array(3).fill([true, null]),
    );
  });

  it("shows similar questions, by the words that they share", async () => {
    await ask({ title: "Aset desa yang rusak" });
    await ask();
    const similar = async (text: string) => {
      const found = await as("villager-c", `/similar?text=${encodeURIComponent(text)}`);
      const { questions: listed } = await found.json<{ questions: ListedQuestion[] }>();
      return listed.map(({ title }) => title);
    };
    expect(await similar("bagaimana pajak untuk honor?")).toEqual([words.title]);
    expect(await similar("")).toEqual([]);
  });

  it("lets a facilitator mark the answer that stands with its regulation, until it is withdrawn", async () => {
    await db
      .insert(regulations)
      .values({
        ...{ id: "rule", districtId: "99.01.01", kind: "Perbup", number: "7", year: 2020 },
        ...{ about: "Contoh", regulationKey: "perbup|7|2020", createdAt: 0, changedAt: 0 },
      })
      .onConflictDoNothing();
    const id = await ask();
    const answerId = await answer(id, "participant-b");
    const mark = (json: unknown, personId = "facilitator") =>
      as(personId, `/${id}/standing`, "PUT", json);
    expect((await mark({ answerId, regulationId: "rule" }, "participant-b")).status).toBe(403);
    const unknown = await mark({ answerId, regulationId: "elsewhere" });
    expect(await refusal(unknown)).toMatchObject({ field: "regulationId" });
    expect(await refusal(await mark({ answerId: "none", regulationId: null }))).toEqual(notFound);
    expect((await mark({ answerId, regulationId: "rule" })).status).toBe(204);
    expect((await read(id, "villager-c")).standing).toEqual({ answerId, regulationId: "rule" });
    const rule = await askFor("/api/regulations/rule", { cookie: await cookieOf("villager-c") });
    expect(await rule.json()).toMatchObject({ questions: [{ id, title: words.title }] });
    const withdrawn = await as("participant-b", `/${id}/answers/${answerId}`, "DELETE");
    expect(withdrawn.status).toBe(204);
    expect(await read(id, "villager-c")).toMatchObject({ standing: null, answers: [] });
  });

  it("becomes a case of the next forum once, which names no village where the question did not", async () => {
    const id = await ask({ isHidden: true });
    expect((await read(id, "representative-a")).nextForum).toMatchObject({
      id: "forum-in-session",
    });
    expect((await read(id, "villager-c")).nextForum).toBeNull();
    const proposed = await as("representative-a", `/${id}/case`, "POST", {});
    expect(proposed.status).toBe(201);
    const { documentId } = await proposed.json<{ documentId: string }>();
    const document = await askFor(`/api/documents/${documentId}`, {
      cookie: await cookieOf("participant-b"),
    });
    expect(await document.json()).toMatchObject({
      document: { title: words.title, isUnnamed: true, status: "draft" },
    });
    expect(await refusal(await as("participant-b", `/${id}/case`, "POST", {}))).toMatchObject({
      code: "question-is-case",
    });
    expect((await read(id, "participant-b")).question.documentId).toBe(documentId);
  });

  it("are all listed, page by page, each once, also where many were asked at one moment", async () => {
    const row = {
      ...{ ...words, theme: "tax" as const, districtId: "99.01.01", villageId: "village-a" },
      askedByPersonId: "participant-a",
    };
    const rows = Array.from({ length: 230 }, (_, number) => ({
      ...{ ...row, id: `q-${number}`, createdAt: Math.floor(number / 150) },
    }));
    for (const each of rows) await db.insert(questions).values(each);
    const seen: string[] = [];
    for (let query = ""; seen.length < 1000; ) {
      const page = await (await as("participant-a", query)).json<{
        questions: ListedQuestion[];
        next: { at: number; id: string } | null;
      }>();
      seen.push(...page.questions.map(({ id }) => id));
      if (page.next === null) break;
      query = `?${new URLSearchParams({ at: `${page.next.at}`, id: page.next.id })}`;
    }
    expect(seen).toHaveLength(230);
    expect(new Set(seen).size).toBe(230);
  });

  it("keeps the answer that stands from who has not seen it marked", async () => {
    const id = await ask();
    const [one, other] = [await answer(id, "participant-b"), await answer(id, "facilitator")];
    const none = { answerId: null, regulationId: null };
    const mark = (answerId: string | null, seen: object) =>
      as("facilitator", `/${id}/standing`, "PUT", { answerId, regulationId: null, basedOn: seen });
    for (const _ of [1, 2]) expect((await mark(one, none)).status).toBe(204);
    const conflict = { status: 409, code: "changed-meanwhile" };
    expect(await refusal(await mark(other, none))).toEqual(conflict);
    expect((await read(id, "facilitator")).standing).toEqual({ answerId: one, regulationId: null });
    expect((await mark(other, { answerId: one, regulationId: null })).status).toBe(204);
  });

  it("becomes one case where two people ask for it at once, and whoever presses twice is told theirs", async () => {
    const id = await ask();
    const count = () => db.$count(documents, eq(documents.title, words.title));
    const before = await count();
    const asking = ["representative-a", "participant-b", "participant-a"];
    const answers = await Promise.all(asking.map((who) => as(who, `/${id}/case`, "POST", {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await count()).toBe(before + 1);
    const first = answers.findIndex(({ status }) => status === 201);
    const own = asking[first] ?? "";
    const made = answers[first];
    if (made === undefined) throw new Error("nobody was first");
    const { documentId } = await made.json<{ documentId: string }>();
    const again = await as(own, `/${id}/case`, "POST", {});
    expect(await again.json()).toEqual({ documentId });
    expect(await count()).toBe(before + 1);
    expect((await read(id, "participant-b")).question.documentId).toBe(documentId);
  });

  it("takes what is sent twice once, and nobody's under another's id", async () => {
    const json = { ...words, id: crypto.randomUUID() };
    for (const _ of [1, 2]) expect((await as("participant-a", "", "POST", json)).status).toBe(204);
    const theirs = await as("participant-b", "", "POST", json);
    expect(await refusal(theirs)).toMatchObject({ code: "invalid-field", field: "id" });
    const empty = await as("participant-a", "", "POST", {
      ...words,
      title: "…",
      id: crypto.randomUUID(),
    });
    expect(await refusal(empty)).toMatchObject({ code: "invalid-field", field: "title" });
  });
});
