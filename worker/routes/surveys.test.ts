import { env } from "cloudflare:workers";
import { desc } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answers } from "../../domain/survey/questions.ts";
import type { SurveyPage } from "../actions/surveys.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog } from "../db/schema.ts";
import { surveyAnswers, surveyParticipations, surveys } from "../db/survey-schema.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { addSurvey, addVillages, forgetSurveys, someQuestions } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);

beforeAll(async () => {
  await buildWorld();
  await addVillages(["e", "f"]);
});
beforeEach(forgetSurveys);

async function as(personId: string, method: string, path: string, json?: unknown) {
  const cookie = await cookieOf(personId);
  return ask(`/api/surveys${path}`, { method, cookie, ...(json === undefined ? {} : { json }) });
}

const words = {
  title: "Kebutuhan 2027",
  intro: "",
  unit: "village",
  openness: "hosts",
  questions: someQuestions,
};
const complete = { siap: "ya" };

function send(
  personId: string,
  id: string,
  answers: Answers = complete,
  key: string = crypto.randomUUID(),
) {
  return as(personId, "POST", `/${id}/answers`, { personId, key, answers });
}

async function pageFor(personId: string, id: string) {
  return (await as(personId, "GET", `/${id}`)).json<SurveyPage>();
}

async function lastAudit() {
  const [row] = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  return { action: row?.action, subjectKind: row?.subjectKind, subjectId: row?.subjectId };
}

describe("a survey", () => {
  it("is made, changed and opened by a facilitator, and recorded", async () => {
    const made = await as("facilitator", "POST", "", { ...words, questions: [] });
    const { surveyId } = await made.json<{ surveyId: string }>();
    const empty = await as("facilitator", "PUT", `/${surveyId}/opening`, {
      villageIds: ["village-a"],
      revision: 0,
    });
    expect(await refusal(empty)).toEqual({ status: 422, code: "survey-not-complete" });
    const changed = await as("facilitator", "PUT", `/${surveyId}`, { ...words, revision: 0 });
    expect(await changed.json()).toEqual({ revision: 1 });
    const opened = await as("facilitator", "PUT", `/${surveyId}/opening`, {
      villageIds: ["village-a"],
      revision: 1,
    });
    expect(opened.status).toBe(204);
    expect(await lastAudit()).toEqual({
      action: "surveyOpened",
      subjectKind: "survey",
      subjectId: surveyId,
    });
    expect((await pageFor("participant-a", surveyId)).questions).toEqual(someQuestions);
    const waiting = await as("participant-a", "GET", "/waiting");
    expect(await waiting.json()).toEqual({
      surveys: [{ id: surveyId, title: "Kebutuhan 2027", questionCount: 3 }],
    });
    expect(await (await as("participant-b", "GET", "/waiting")).json()).toEqual({ surveys: [] });
  });

  it("is not overwritten by a second editor", async () => {
    await addSurvey("one", { status: "draft" }, []);
    await as("facilitator", "PUT", "/one", { ...words, revision: 0 });
    const second = await as("facilitator", "PUT", "/one", { ...words, title: "Lain", revision: 0 });
    expect(await refusal(second)).toMatchObject({ code: "changed-meanwhile" });
    const late = await as("facilitator", "PUT", "/one/opening", {
      villageIds: ["village-a"],
      revision: 0,
    });
    expect(await refusal(late)).toMatchObject({ code: "changed-meanwhile" });
    expect((await pageFor("facilitator", "one")).title).toBe("Kebutuhan 2027");
    expect((await pageFor("facilitator", "one")).villages?.some(({ isAsked }) => isAsked)).toBe(
      false,
    );
  });

  it.each([
    [{ villageIds: [] }, "survey-needs-villages"],
    [{ villageIds: ["village-d"] }, "invalid-field"],
    [{ villageIds: ["village-a", "nowhere"] }, "invalid-field"],
  ])("is not opened to %j", async ({ villageIds }, code) => {
    await addSurvey("one", { status: "draft" }, []);
    const answer = await as("facilitator", "PUT", "/one/opening", { villageIds, revision: 0 });
    expect(await refusal(answer)).toMatchObject({ status: 422, code });
  });

  it.each([
    { title: " " },
    { unit: "district" },
    { questions: [{ ...someQuestions[0], kind: "colour" }] },
    { questions: [someQuestions[0], someQuestions[0]] },
    { questions: [{ ...someQuestions[0], choices: Array(2).fill({ id: "x", text: "x" }) }] },
    { questions: Array.from({ length: 61 }, (_, at) => ({ ...someQuestions[1], id: `${at}` })) },
  ])("is not made of %j", async (wrong) => {
    const answer = await as("facilitator", "POST", "", { ...words, ...wrong });
    expect(answer.status).toBe(422);
  });

  it("keeps its questions once it was opened; a change is a new version", async () => {
    await addSurvey("one");
    await send("participant-a", "one");
    const change = await as("facilitator", "PUT", "/one", { ...words, revision: 0 });
    expect(await refusal(change)).toEqual({ status: 409, code: "survey-is-opened" });
    const made = await as("facilitator", "POST", "/one/versions");
    const { surveyId } = await made.json<{ surveyId: string }>();
    const again = await as("facilitator", "POST", "/one/versions");
    expect(await again.json()).toEqual({ surveyId });
    await as("facilitator", "PUT", `/${surveyId}`, {
      ...words,
      questions: someQuestions.slice(0, 1),
      revision: 0,
    });
    // Whoever is filling the first version in may go on until the second is opened.
    expect((await pageFor("participant-b", "one")).status).toBe("open");
    await as("facilitator", "PUT", `/${surveyId}/opening`, {
      villageIds: ["village-a", "village-b"],
      revision: 1,
    });
    expect(await pageFor("facilitator", "one")).toMatchObject({
      status: "closed",
      laterId: surveyId,
      questions: someQuestions,
      progress: { answers: 1 },
    });
    expect(await pageFor("participant-a", surveyId)).toMatchObject({
      version: 2,
      waitsForAnswer: true,
      sent: null,
    });
    const late = await send("participant-b", "one");
    expect(await late.json()).toMatchObject({ isLate: true });
    expect((await pageFor("facilitator", surveyId)).progress).toEqual({ asked: 2, answers: 0 });
  });

  it("is taken back only while it is a draft", async () => {
    await addSurvey("draft", { status: "draft" }, []);
    const changed = await as("facilitator", "DELETE", "/draft?revision=1");
    expect(await refusal(changed)).toEqual({ status: 409, code: "changed-meanwhile" });
    expect((await as("facilitator", "DELETE", "/draft?revision=0")).status).toBe(204);
    expect(await lastAudit()).toMatchObject({ action: "surveyRemoved", subjectId: "draft" });
    await addSurvey("open");
    expect((await as("facilitator", "DELETE", "/open")).status).toBe(409);
    expect(await db.$count(surveys)).toBe(1);
  });
});

describe("an answer", () => {
  it("is taken once: a second sending with the same key is the same answer", async () => {
    await addSurvey("one");
    const key = crypto.randomUUID();
    const first = await (await send("participant-a", "one", complete, key)).json();
    const second = await send("participant-a", "one", { siap: "tidak" }, key);
    expect(second.status).toBe(201);
    expect(await second.json()).toEqual(first);
    const kept = await db.select().from(surveyAnswers);
    expect(kept).toMatchObject([{ answers: complete, villageId: "village-a", isLate: false }]);
    expect(await lastAudit()).toMatchObject({ action: "surveyAnswered", subjectId: "one" });
  });

  it("is taken once also where both sendings arrive together", async () => {
    await addSurvey("one");
    const key = crypto.randomUUID();
    const all = await Promise.all([
      send("participant-a", "one", complete, key),
      send("participant-a", "one", complete, key),
      send("representative-a", "one", { siap: "tidak" }),
    ]);
    expect(all.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await db.$count(surveyAnswers)).toBe(1);
    expect(await db.$count(surveyParticipations)).toBe(1);
  });

  it("of a village is one: the second of its people is told who was first", async () => {
    await addSurvey("one");
    await send("participant-a", "one");
    const second = await send("representative-a", "one", { siap: "tidak" });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      error: {
        code: "survey-answered",
        message: { id: expect.stringContaining("Warga participant-a") },
      },
    });
    expect(await pageFor("representative-a", "one")).toMatchObject({
      waitsForAnswer: false,
      sent: { by: "Warga participant-a", isLate: false },
    });
  });

  it("is not taken in the name of somebody who signed in since", async () => {
    await addSurvey("one");
    const json = { personId: "participant-b", key: crypto.randomUUID(), answers: complete };
    const answer = await as("participant-a", "POST", "/one/answers", json);
    expect(await refusal(answer)).toEqual({ status: 409, code: "other-person" });
    expect(await db.$count(surveyAnswers)).toBe(0);
  });

  it("is one of each person where the survey says so", async () => {
    await addSurvey("one", { unit: "person" });
    expect((await send("participant-a", "one")).status).toBe(201);
    expect((await send("representative-a", "one")).status).toBe(201);
    expect((await send("representative-a", "one")).status).toBe(409);
    expect(await db.$count(surveyAnswers)).toBe(2);
  });

  it("that comes after closing is kept and called late", async () => {
    await addSurvey("one");
    expect((await as("facilitator", "PUT", "/one/closure")).status).toBe(204);
    expect((await as("facilitator", "PUT", "/one/closure")).status).toBe(409);
    expect(await (await send("participant-a", "one")).json()).toMatchObject({ isLate: true });
    const page = await pageFor("facilitator", "one");
    expect(page.villages).toMatchObject([
      { id: "village-a", answers: 1, late: 1 },
      { id: "village-b", answers: 0, late: 0 },
      { id: "village-c", isAsked: false },
      { id: "village-e", isAsked: false },
      { id: "village-f", isAsked: false },
    ]);
  });

  it.each([
    {},
    { siap: "lain" },
    { siap: "ya", orang: -1 },
    { siap: "ya", orang: "banyak" },
    { siap: "tidak", kendala: "x".repeat(4001) },
  ])("that does not fit the questions is refused: %j", async (answers) => {
    await addSurvey("one");
    const answer = await send("participant-a", "one", answers as Answers);
    expect(await refusal(answer)).toEqual({ status: 422, code: "answers-not-complete" });
    expect(await db.$count(surveyParticipations)).toBe(0);
  });

  it("keeps nothing for questions that were not asked", async () => {
    await addSurvey("one");
    await send("participant-a", "one", { siap: "ya", kendala: "Diketik lalu disembunyikan" });
    expect(await db.select().from(surveyAnswers)).toMatchObject([{ answers: { siap: "ya" } }]);
  });

  it("stays when its village leaves, which is not asked any more", async () => {
    await addSurvey("one");
    await send("participant-a", "one");
    const left = await as("facilitator", "PUT", "/one/villages", { villageIds: ["village-c"] });
    expect(left.status).toBe(204);
    expect((await pageFor("facilitator", "one")).villages).toMatchObject([
      { id: "village-a", isAsked: false, answers: 1 },
      { id: "village-b", isAsked: false },
      { id: "village-c", isAsked: true },
      {},
      {},
    ]);
    expect(await refusal(await send("participant-b", "one"))).toEqual({
      status: 403,
      code: "not-asked-any-more",
    });
    expect((await send("villager-c", "one")).status).toBe(201);
    await as("facilitator", "PUT", "/one/villages", { villageIds: ["village-b"] });
    expect((await send("participant-b", "one")).status).toBe(201);
  });
});
