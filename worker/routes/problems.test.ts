import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Theme, themes } from "../../domain/statuses.ts";
import type { ListedProblem, MapOverview } from "../actions/problem-map.ts";
import type { ProblemPage } from "../actions/problem-page.ts";
import { openDatabase } from "../db/open.ts";
import { problemSources, problems } from "../db/problems-schema.ts";
import { documents, forums, people, roles, threads } from "../db/schema.ts";
import { surveyAnswers } from "../db/survey-schema.ts";
import { addProblem, addProblemSource, forgetProblems } from "../testing/problems.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  refusal,
} from "../testing/requests.ts";
import { addSurvey, forgetSurveys } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

// Some ask many times.
vi.setConfig({ testTimeout: 30_000 });

const db = openDatabase(env);
const here = "99.01.01";

beforeAll(async () => {
  await buildWorld();
  await db.insert(people).values({
    id: "facilitator-2",
    districtId: here,
    name: "Pejabat dua",
    position: "Kasi",
    createdAt: 0,
  });
  await db
    .insert(roles)
    .values({ personId: "facilitator-2", districtId: here, role: "facilitator" });
});
beforeEach(async () => {
  await forgetProblems();
  await forgetSurveys();
  await db.delete(threads);
  await db
    .update(documents)
    .set({ isUnnamed: false, status: "open" })
    .where(eq(documents.id, "case-open"));
});

const as = async (personId: string, path: string, method = "GET", json?: unknown) =>
  ask(`/api${path}`, {
    method,
    cookie: await cookieOf(personId),
    ...(json === undefined ? {} : { json }),
  });
const done = async (answer: Promise<Response>) => expect((await answer).status).toBe(204);

const words = {
  title: "Pajak belanja sering salah hitung",
  note: "Terutama PPh 22.",
  theme: "tax",
  urgency: 5,
  impact: 4,
  frequency: 3,
};
const newId = () => crypto.randomUUID();

async function make(given: object = {}, personId = "facilitator") {
  const id = newId();
  await done(
    as(personId, "/problems", "POST", { ...words, id, villageIds: [], source: null, ...given }),
  );
  return id;
}

const mapFor = async (personId: string) => (await as(personId, "/problem-map")).json<MapOverview>();
const pageFor = async (personId: string, id: string) =>
  (await as(personId, `/problems/${id}`)).json<ProblemPage>();
const listFor = async (personId: string, query = "") =>
  (await as(personId, `/problems${query}`)).json<{ problems: ListedProblem[]; count: number }>();
const names = (villages: readonly { name: string }[]) => villages.map(({ name }) => name);
const tax = themes.indexOf("tax");

describe("the problem map", () => {
  it("shows how many problems meet where, how heavy they are, and which are shared", async () => {
    const shared = await make({ villageIds: ["village-a", "village-b"] });
    await make({
      title: "Aset belum dicatat",
      theme: "assets" satisfies { theme?: Theme }["theme"],
    });
    await make({
      title: "Bukti potong",
      villageIds: ["village-a"],
      urgency: 1,
      impact: 1,
      frequency: 1,
    });
    for (const reader of ["villager-c", "facilitator", "camat", "reviewer"]) {
      const map = await mapFor(reader);
      expect(names(map.villages)).toEqual(["Desa Contoh A", "Desa Contoh B", "Desa Contoh C"]);
      expect(map.cells.toSorted()).toEqual([
        [tax, 0, 2, 12],
        [tax, 1, 1, 12],
      ]);
      expect(map.themes.toSorted()).toEqual([
        [tax, 2, 12, 0],
        [themes.indexOf("assets"), 1, 12, 1],
      ]);
      expect(map.shared).toEqual([
        { id: shared, title: words.title, theme: tax, weight: 12, villages: [0, 1] },
      ]);
      expect(map.mayEdit).toBe(reader === "facilitator");
    }
  });

  it("is nothing to guests, minute-takers and the Inspektorat, and empty in another district", async () => {
    const id = await make();
    for (const nobody of ["observer", "minute-taker", "inspector"]) {
      for (const path of ["/problem-map", "/problems", `/problems/${id}`, "/priority-votes"]) {
        expect(await refusal(await as(nobody, path))).toEqual(notFound);
      }
    }
    expect((await mapFor("villager-d")).living).toBe(0);
    expect(await refusal(await as("facilitator-elsewhere", `/problems/${id}`))).toEqual(notFound);
  });

  it("lists problems by theme, village and state, the heaviest first", async () => {
    await addProblem("light", { urgency: 1, villageIds: ["village-a", "village-b"] });
    await addProblem("heavy", { urgency: 5, villageIds: ["village-a"] });
    await addProblem("asset", { theme: "assets", createdAt: 9 });
    await addProblem("aside", { setAsideAt: 1, setAsideByPersonId: "facilitator" });
    const ids = async (query: string) =>
      (await listFor("villager-c", query)).problems.map(({ id }) => id);
    expect(await ids("")).toEqual(["heavy", "asset", "light"]);
    expect(await ids("?order=villages")).toEqual(["light", "heavy", "asset"]);
    expect(await ids("?order=newest")).toEqual(["asset", "heavy", "light"]);
    expect(await ids("?theme=tax&village=village-b")).toEqual(["light"]);
    expect(await ids("?village=none")).toEqual(["asset"]);
    expect(await ids("?village=shared")).toEqual(["light"]);
    expect(await ids("?state=setAside")).toEqual(["aside"]);
    expect(await ids("?from=1")).toEqual(["asset", "light"]);
    const wrong = await as("villager-c", "/problems?theme=weather");
    expect(await refusal(wrong)).toMatchObject({ code: "invalid-field", field: "theme" });
  });
});

describe("a problem", () => {
  it("is there once when it is sent twice, and takes no other's id", async () => {
    const id = newId();
    const json = { ...words, id, villageIds: ["village-a"], source: null };
    for (const _ of [1, 2]) await done(as("facilitator", "/problems", "POST", json));
    expect((await listFor("facilitator")).count).toBe(1);
    for (const other of ["facilitator-2", "facilitator-elsewhere"]) {
      const villageIds: string[] = [];
      const answer = await as(other, "/problems", "POST", { ...json, villageIds });
      expect(await refusal(answer)).toMatchObject({ code: "invalid-field", field: "id" });
    }
    expect(names((await pageFor("villager-c", id)).problem.villages)).toEqual(["Desa Contoh A"]);
  });

  it.each([
    [{ title: " … " }, "title"],
    [{ title: "a".repeat(161) }, "title"],
    [{ urgency: 6 }, "urgency"],
    [{ theme: "weather" }, "theme"],
    [{ villageIds: ["village-d"] }, "villageIds"],
  ])("is not taken with %j", async (changes, field) => {
    const json = { ...words, id: newId(), villageIds: [], source: null, ...changes };
    const answer = await as("facilitator", "/problems", "POST", json);
    expect(await refusal(answer)).toEqual({ status: 422, code: "invalid-field", field });
  });

  it("is changed by nobody over another's change", async () => {
    const id = await make({ villageIds: ["village-a"] });
    const json = { ...words, title: "Pajak belanja", villageIds: ["village-b"], revision: 0 };
    await done(as("facilitator", `/problems/${id}`, "PUT", json));
    const late = await as("facilitator-2", `/problems/${id}`, "PUT", { ...json, title: "Pajak" });
    expect(await refusal(late)).toMatchObject({ status: 409, code: "changed-meanwhile" });
    const { problem, directVillageIds } = await pageFor("facilitator", id);
    expect(problem).toMatchObject({ title: "Pajak belanja", revision: 1 });
    expect(directVillageIds).toEqual(["village-b"]);
  });

  it("is set aside and taken up again, and says to the office by whom", async () => {
    const id = await make();
    const put = (isSetAside: boolean, revision: number) =>
      as("facilitator", `/problems/${id}/state`, "PUT", { isSetAside, revision });
    await done(put(true, 0));
    expect(await refusal(await put(true, 0))).toMatchObject({ code: "changed-meanwhile" });
    expect((await mapFor("camat")).living).toBe(0);
    expect((await pageFor("camat", id)).setAside?.by).toBe("Pejabat facilitator");
    expect((await pageFor("villager-c", id)).setAside?.by).toBeNull();
    await done(put(false, 1));
    expect((await mapFor("camat")).living).toBe(1);
  });
});

describe("a problem's sources", () => {
  it("can be taken away again by facilitators, but not a part's, nor ticked villages", async () => {
    await addProblem("one", { villageIds: ["village-b"] });
    await addProblem("other");
    await addProblemSource("of-one", { problemId: "one", kind: "case", documentId: "case-open" });
    const take = (of: string, source: string, personId = "facilitator") =>
      as(personId, `/problems/${of}/sources/${source}`, "DELETE");
    expect((await take("one", "of-one", "participant-b")).status).toBe(403);
    expect((await take("other", "of-one")).status).toBe(404);
    expect((await take("one", "direct-one")).status).toBe(404);
    await done(take("one", "of-one"));
    const { sources, problem } = await pageFor("facilitator", "one");
    expect(sources.map(({ kind }) => kind)).toEqual(["direct"]);
    expect(problem.villages.map(({ id }) => id)).toEqual(["village-b"]);
    expect((await take("one", "of-one")).status).toBe(404);
  });

  const given = (answer: string, villageId: string | null, release: number | null = null, at = 0) =>
    db.insert(surveyAnswers).values({
      ...{ id: Math.floor(Math.random() * 1e12) + at, surveyId: "survey", villageId, release },
      ...{ isLate: false, answers: { siap: answer } },
    });
  const inSurvey = {
    ...{ kind: "survey", surveyId: "survey", questionId: "siap" },
    choiceId: "tidak",
  };

  it("name the villages that answered, where everybody asked may know it", async () => {
    await addSurvey("survey", { status: "closed" });
    await given("tidak", "village-a");
    await given("ya", "village-b");
    const prefilled = await as("facilitator", "/problems/source", "POST", inSurvey);
    expect(await prefilled.json()).toEqual({
      ...{ title: "Belum", theme: "planning", villageIds: ["village-a"], isUnnamed: false },
    });
    const id = await make({ source: inSurvey });
    expect((await pageFor("participant-b", id)).sources).toMatchObject([
      {
        villages: [{ name: "Desa Contoh A" }],
        survey: { title: "Survei survey", question: "Apakah RKPDes siap?", choice: "Belum" },
      },
    ]);
    // Was not asked, and so sees neither the survey nor whom it names.
    const unasked = await pageFor("villager-c", id);
    expect(unasked).toMatchObject({ sources: [], problem: { villages: [], sourceCount: 0 } });
    expect((await mapFor("villager-c")).cells).toEqual([]);
    expect((await mapFor("reviewer")).cells).toEqual([]);
    expect((await mapFor("camat")).cells).toEqual([[tax, 0, 1, 12]]);
  });

  it("tell other villages nothing where answers are for the office, until many answered", async () => {
    await addSurvey("survey", { status: "closed", openness: "hosts" });
    await given("tidak", "village-a");
    const id = await make({ source: inSurvey });
    expect((await mapFor("facilitator")).cells).toEqual([[tax, 0, 1, 12]]);
    expect((await mapFor("participant-a")).cells).toEqual([[tax, 0, 1, 12]]);
    const other = await pageFor("participant-b", id);
    expect(JSON.stringify(other)).not.toMatch(/village-a|Desa Contoh A|survey|Belum/);
    expect((await listFor("participant-b", "?village=village-a")).count).toBe(0);
    for (const at of [1, 2, 3, 4, 5]) await given("tidak", "village-a", 1, at);
    const many = await pageFor("participant-b", id);
    expect(many.sources).toMatchObject([{ villages: [], survey: { choice: "Belum" } }]);
    expect((await mapFor("participant-b")).cells).toEqual([]);
  });

  it("name nobody of a survey in which nobody is named, and are none where few answered", async () => {
    await addSurvey("survey", { status: "closed", openness: "nobody" });
    await given("tidak", null, 1);
    const few = await as("facilitator", "/problems/source", "POST", inSurvey);
    expect(await refusal(few)).toMatchObject({ status: 409, code: "too-few-answers" });
    for (const at of [1, 2, 3, 4]) await given("tidak", null, 1, at);
    const id = await make({ source: inSurvey });
    expect((await pageFor("facilitator", id)).problem.villages).toEqual([]);
  });

  it("are none of a survey that is still open, or that has no such choice", async () => {
    await addSurvey("survey");
    const open = await as("facilitator", "/problems/source", "POST", inSurvey);
    expect(await refusal(open)).toMatchObject({ code: "survey-still-open" });
    await forgetSurveys();
    await addSurvey("survey", { status: "closed" });
    const wrong = { ...inSurvey, choiceId: "mungkin" };
    const answer = await as("facilitator", "/problems/source", "POST", wrong);
    expect(await refusal(answer)).toMatchObject({ code: "invalid-field", field: "choiceId" });
  });

  it("are a case and a note beside it, to who may see the case", async () => {
    await db.insert(threads).values({
      ...{ id: "note", documentId: "case-open", authorPersonId: "participant-a", kind: "question" },
      ...{ text: "Bagaimana pajaknya?", quote: "pajak", place: 1, placement: "placed" },
      ...{ createdAt: 0, lastWordAt: 0 },
    });
    const id = await make({ source: { kind: "note", documentId: "case-open", threadId: "note" } });
    const source = { kind: "case", documentId: "case-open" };
    for (const _ of [1, 2])
      await done(as("facilitator", `/problems/${id}/sources`, "POST", source));
    const invited = await pageFor("participant-b", id);
    expect(invited.sources.map(({ kind, threadId }) => [kind, threadId])).toEqual([
      ["note", "note"],
      ["case", null],
    ]);
    expect(names(invited.problem.villages)).toEqual(["Desa Contoh A"]);
    const uninvited = await pageFor("villager-c", id);
    expect(uninvited).toMatchObject({ sources: [], problem: { villages: [] } });
    await db.update(threads).set({ removedAt: 1 });
    const { sources } = await pageFor("participant-b", id);
    expect(sources[0]).toMatchObject({ threadId: null, document: { id: "case-open" } });
  });

  it("say of a case without a village's name nothing to anyone but its facilitators", async () => {
    await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, "case-open"));
    const source = { kind: "case", documentId: "case-open" };
    const prefilled = await as("facilitator", "/problems/source", "POST", source);
    expect(await prefilled.json()).toMatchObject({ villageIds: [], isUnnamed: true });
    const id = await make({ source });
    expect((await pageFor("facilitator", id)).sources).toMatchObject([
      { kind: "case", villages: [] },
    ]);
    for (const reader of ["participant-a", "participant-b", "camat"]) {
      const { sources, problem } = await pageFor(reader, id);
      expect({ sources, villages: problem.villages }).toEqual({ sources: [], villages: [] });
    }
  });

  it("of one place are added once, and of no place that the facilitator may not see", async () => {
    const id = await make();
    const elsewhere = { kind: "case", documentId: "case-elsewhere" };
    const answer = await as("facilitator", `/problems/${id}/sources`, "POST", elsewhere);
    expect(await refusal(answer)).toEqual(notFound);
    expect(await db.$count(problemSources)).toBe(1);
  });
});

describe("merging problems", () => {
  const part = (id: string, revision = 0) => ({ id, revision });
  const merge = (parts: object[], personId = "facilitator", id = newId()) =>
    as(personId, "/problems/merges", "POST", { ...words, title: "Pajak desa", id, parts });

  async function three() {
    await addProblem("one", { villageIds: ["village-a"] });
    await addProblem("two", { villageIds: ["village-b"] });
    await addProblem("three", { villageIds: ["village-b", "village-c"] });
    await addProblemSource("case-two", { problemId: "two", kind: "case", documentId: "case-open" });
  }

  it("brings their sources and villages together, says who did it, and can be undone", async () => {
    await three();
    const id = newId();
    for (const _ of [1, 2]) await done(merge([part("one"), part("two")], "facilitator", id));
    const page = await pageFor("facilitator", id);
    expect(names(page.problem.villages)).toEqual(["Desa Contoh A", "Desa Contoh B"]);
    expect(page).toMatchObject({
      parts: [{ id: "one" }, { id: "two" }],
      madeBy: "Pejabat facilitator",
      may: { separate: true },
    });
    expect(page.sources.map(({ kind, part: from }) => [kind, from?.id])).toEqual([
      ["direct", "one"],
      ["case", "two"],
      ["direct", "two"],
    ]);
    expect((await mapFor("villager-c")).living).toBe(2);
    expect((await pageFor("villager-c", "one")).mergedInto).toEqual({ id, title: "Pajak desa" });

    const { revision } = page.problem;
    await done(as("facilitator-2", `/problems/${id}/separation`, "PUT", { revision }));
    expect(await pageFor("camat", id)).toMatchObject({
      problem: { state: "separated" },
      separated: { by: "Pejabat dua" },
    });
    expect((await listFor("villager-c")).problems.map((each) => each.id).toSorted()).toEqual([
      ...["one", "three", "two"],
    ]);
    const again = await as("facilitator", `/problems/${id}/separation`, "PUT", { revision });
    expect(await refusal(again)).toMatchObject({ code: "problem-not-living" });
  });

  it("at once by two facilitators is done once, and the other is told what became of it", async () => {
    await three();
    const answers = await Promise.all([
      merge([part("one"), part("two")]),
      merge([part("two"), part("three")], "facilitator-2"),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const { error } = await (loser as Response).json<{
      error: { code: string; message: { id: string } };
    }>();
    expect(error.code).toBe("problem-moved-on");
    expect(error.message.id).toContain(
      "“Masalah two” baru saja digabung orang lain ke “Pajak desa”",
    );
    // Nothing of the other one was done: one new problem, and one that stayed as it was.
    expect((await mapFor("facilitator")).living).toBe(2);
    expect(await db.$count(problems)).toBe(4);
  });

  it("is based on what was seen", async () => {
    await three();
    const json = { ...words, title: "Lain", villageIds: [], revision: 0 };
    await done(as("facilitator", "/problems/one", "PUT", json));
    const answer = await merge([part("one"), part("two")], "facilitator-2");
    expect(await refusal(answer)).toMatchObject({ status: 409, code: "problem-moved-on" });
    expect(await refusal(await merge([part("one", 1), part("one", 1)]))).toMatchObject({
      code: "invalid-field",
      field: "parts",
    });
    expect(await refusal(await merge([part("one", 1), part("nowhere")]))).toEqual(notFound);
  });

  it("of many is read in few statements", async () => {
    const parts = Array.from({ length: 30 }, (_, at) => part(`part-${at}`));
    for (const { id } of parts) {
      await addProblem(id, { villageIds: ["village-a"] });
      await addProblemSource(`case-${id}`, {
        ...{ problemId: id, kind: "case", documentId: "case-open" },
      });
    }
    const id = newId();
    await done(merge(parts, "facilitator", id));
    for (const path of ["/problem-map", "/problems", `/problems/${id}`]) {
      const { DB, count } = countingStatements();
      const cookie = await cookieOf("facilitator");
      expect((await askWith({ DB }, `/api${path}`, { cookie })).status).toBe(200);
      expect(count()).toBeLessThanOrEqual(20);
    }
    expect((await pageFor("facilitator", id)).sources).toHaveLength(60);
  });

  it("undone keeps what was added to the merged one meanwhile", async () => {
    await three();
    const id = newId();
    await done(merge([part("one"), part("two")], "facilitator", id));
    const source = { kind: "case", documentId: "case-drafted" };
    await done(as("facilitator", `/problems/${id}/sources`, "POST", source));
    await done(as("facilitator", `/problems/${id}/separation`, "PUT", { revision: 1 }));
    const page = await pageFor("facilitator", id);
    expect(page).toMatchObject({ problem: { state: "living" }, sources: [{ kind: "case" }] });
    expect((await mapFor("facilitator")).living).toBe(4);
  });
});

describe("from a problem to a case or a module", () => {
  const propose = (personId: string, id = "problem") =>
    as(personId, `/problems/${id}/case`, "POST", {});
  const makeModule = (personId: string) => as(personId, "/problems/problem/module", "POST", {});

  it("proposes one case for the next forum, to which the second press leads", async () => {
    await addProblem("problem", { villageIds: ["village-b"] });
    expect((await pageFor("facilitator", "problem")).nextForum?.id).toBe("forum-in-session");
    const first = await (await propose("facilitator")).json<{ documentId: string }>();
    const again = await (await propose("participant-b")).json<{ documentId: string }>();
    expect(again).toEqual(first);
    const [row] = await db.select().from(documents).where(eq(documents.id, first.documentId));
    expect(row).toMatchObject({
      ...{ title: "Masalah problem", theme: "tax", status: "draft", isUnnamed: false },
      ...{ forumId: "forum-in-session", proposedByVillageId: "village-b" },
    });
    expect((await pageFor("participant-b", "problem")).case).toMatchObject({
      id: first.documentId,
    });
    // Not invited: for them there is no case.
    expect((await pageFor("villager-c", "problem")).case).toBeNull();
    expect(await refusal(await propose("villager-c"))).toMatchObject({ code: "problem-is-case" });
  });

  it("at once by two is done once", async () => {
    await addProblem("problem");
    const before = await db.$count(documents);
    const answers = await Promise.all([propose("facilitator"), propose("participant-b")]);
    const made = await Promise.all(answers.map((each) => each.json<{ documentId: string }>()));
    expect(made[0]).toEqual(made[1]);
    expect(await db.$count(documents)).toBe(before + 1);
  });

  it("names no village that the office alone was told of", async () => {
    await addSurvey("survey", { status: "closed", openness: "hosts" });
    await addProblem("problem");
    await addProblemSource(
      "hidden",
      { problemId: "problem", kind: "survey", surveyId: "survey", questionId: "siap" },
      ["village-b"],
    );
    const { documentId } = await (await propose("facilitator")).json<{ documentId: string }>();
    const [row] = await db.select().from(documents).where(eq(documents.id, documentId));
    expect(row?.proposedByVillageId).toBeNull();
  });

  it("waits where no forum is coming", async () => {
    await addProblem("problem");
    const openOnes = ["forum-in-session", "forum-planned"];
    const statuses = await db.select({ id: forums.id, status: forums.status }).from(forums);
    for (const id of openOnes)
      await db.update(forums).set({ status: "ended" }).where(eq(forums.id, id));
    expect(await refusal(await propose("facilitator"))).toMatchObject({
      code: "no-forum-for-problem",
    });
    for (const { id, status } of statuses)
      await db.update(forums).set({ status }).where(eq(forums.id, id));
  });

  it("begins one module, which stays closed to villages while it is designed", async () => {
    await addProblem("problem");
    const before = await db.$count(documents);
    const both = await Promise.all([makeModule("facilitator"), makeModule("facilitator-2")]);
    const [first, second] = await Promise.all(
      both.map((each) => each.json<{ moduleId: string }>()),
    );
    expect(second).toEqual(first);
    expect(await db.$count(documents)).toBe(before + 1);
    expect((await pageFor("facilitator", "problem")).module).toMatchObject({ id: first?.moduleId });
    expect((await pageFor("villager-c", "problem")).module).toBeNull();
    // What was taken out of the lists is followed by another.
    await as("facilitator", `/modules/${first?.moduleId}`, "DELETE");
    const next = await (await makeModule("facilitator")).json<{ moduleId: string }>();
    expect(next.moduleId).not.toBe(first?.moduleId);
  });
});
