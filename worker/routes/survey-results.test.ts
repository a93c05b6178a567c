import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SurveyOpenness } from "../../domain/survey/openness.ts";
import type { Answers } from "../../domain/survey/questions.ts";
import type { SurveyResults } from "../actions/survey-results.ts";
import { openDatabase } from "../db/open.ts";
import { surveyAnswers, surveyParticipations } from "../db/survey-schema.ts";
import { ask, cookieOf } from "../testing/requests.ts";
import { addSurvey, addVillages, forgetSurveys } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const letters = ["a", "b", "c", "e", "f", "g", "h", "i", "j", "k"];
const villageIds = letters.map((letter) => `village-${letter}`);

beforeAll(async () => {
  await buildWorld();
  await addVillages(letters);
});
beforeEach(forgetSurveys);

async function as(personId: string, method: string, path: string, json?: unknown) {
  const cookie = await cookieOf(personId);
  return ask(`/api/surveys${path}`, { method, cookie, ...(json === undefined ? {} : { json }) });
}

async function answerOf(letter: string, answers: Answers) {
  const personId = `villager-${letter}`;
  const json = { personId, key: crypto.randomUUID(), answers };
  expect((await as(personId, "POST", "/one/answers", json)).status).toBe(201);
}

const close = () => as("facilitator", "PUT", "/one/closure");
const results = async (personId: string) =>
  (await as(personId, "GET", "/one/results")).json<SurveyResults>();
const csv = async (personId: string, language = "id") =>
  (await as(personId, "POST", `/one/results.csv?language=${language}`)).text();

const isOpenTo = (openness: SurveyOpenness) => addSurvey("one", { openness }, villageIds);
const yes = { siap: "ya", orang: 3 };
const no = (words: string) => ({ siap: "tidak", kendala: words, orang: 70 });

function countOf({ results: [first] }: SurveyResults) {
  return Object.fromEntries((first?.counts ?? []).map((each) => [each.choiceId, each.count]));
}

describe("the results of a survey that names its villages", () => {
  it("are seen by village, at once by its hosts and by the villages once it is closed", async () => {
    await isOpenTo("villages");
    await answerOf("a", yes);
    await answerOf("b", no("Pagu turun"));
    const early = await results("facilitator");
    expect(countOf(early)).toEqual({ ya: 1, tidak: 1 });
    expect(early.villages.map(({ village }) => village.name)).toEqual([
      "Desa Contoh A",
      "Desa Contoh B",
    ]);
    await close();
    const seen = await results("villager-a");
    expect(seen.villages[1]?.results[1]?.texts).toEqual(["Pagu turun"]);
    expect(seen.results[2]?.range).toEqual({ least: 3, most: 70 });
    expect(await csv("villager-a")).toBe(
      "Desa,Terlambat,Apakah RKPDes siap?,Apa kendalanya?,Berapa orang?\r\n" +
        "Desa Contoh A,tidak,Sudah,,3\r\nDesa Contoh B,tidak,Belum,Pagu turun,70\r\n",
    );
    expect(await csv("villager-a", "en")).toMatch(/^Village,Late,.*\r\nDesa Contoh A,no,/);
  });
});

describe("the results of a survey that hides villages from each other", () => {
  it("are the hosts' by village, and to a village its own and sums of five", async () => {
    await isOpenTo("hosts");
    for (const letter of ["a", "b", "c", "e"]) await answerOf(letter, yes);
    await close();
    expect((await results("camat")).villages).toHaveLength(4);
    const few = await results("villager-a");
    expect(few).toMatchObject({ answers: 0, waiting: 4, seesVillages: false });
    expect(few.results.map(({ asked, answered, counts }) => [asked, answered, counts])).toEqual(
      few.results.map(() => [null, null, null]),
    );
    expect(few.villages.map(({ village }) => village.id)).toEqual(["village-a"]);
    await answerOf("f", no("Desa F kekurangan bidan"));
    const enough = await results("villager-a");
    expect(enough).toMatchObject({ answers: 5, waiting: 0, late: 1 });
    expect(countOf(enough)).toEqual({ ya: 4, tidak: 1 });
    expect(enough.results[1]).toMatchObject({ asked: null, answered: null, texts: null });
    expect(enough.results[2]).toMatchObject({ answered: 5, median: null });
    expect(JSON.stringify(enough)).not.toContain("bidan");
    const table = await csv("villager-a");
    expect(table).toContain("Apakah RKPDes siap?,Belum,1,5");
    expect(table).toContain("Apa kendalanya?,Terlalu sedikit jawaban,,\r\n");
    expect(table).not.toContain("Nilai tengah");
    expect(table).not.toMatch(/bidan|Desa Contoh|70/);
    expect(await csv("facilitator")).toContain("Desa F kekurangan bidan");
  });
});

describe("the results of a survey that hides villages from all", () => {
  it("grow by five villages at a time, so that no sum says who came last", async () => {
    await isOpenTo("nobody");
    for (const letter of letters.slice(0, 5)) await answerOf(letter, yes);
    expect(await results("facilitator")).toMatchObject({ answers: 0, waiting: 5 });
    await close();
    expect(countOf(await results("facilitator"))).toEqual({ ya: 5, tidak: 0 });
    for (const letter of letters.slice(5, 9)) {
      await answerOf(letter, no(`Kendala ${letter}`));
      const seen = await results("facilitator");
      expect(countOf(seen)).toEqual({ ya: 5, tidak: 0 });
      expect(JSON.stringify(seen)).not.toContain("Kendala ");
    }
    await answerOf("k", no("Kendala k"));
    const all = await results("facilitator");
    expect(all).toMatchObject({ answers: 10, waiting: 0, late: 5, villages: [] });
    expect(countOf(all)).toEqual({ ya: 5, tidak: 5 });
    expect(all.results[1]?.texts).toHaveLength(5);
    expect(all.results[2]?.range).toBeNull();
    expect((await results("villager-b")).results[1]?.texts).toBeNull();
  });

  it("count villages, not people", async () => {
    await addSurvey("one", { openness: "nobody", unit: "person" }, villageIds);
    for (const personId of ["participant-a", "representative-a", "participant-b", "villager-c"]) {
      const json = { personId, key: crypto.randomUUID(), answers: yes };
      expect((await as(personId, "POST", "/one/answers", json)).status).toBe(201);
    }
    await answerOf("e", yes);
    await close();
    expect(await results("facilitator")).toMatchObject({ answers: 0, waiting: 5 });
    await answerOf("f", yes);
    expect(await results("facilitator")).toMatchObject({ answers: 6, waiting: 0 });
  });

  it("name no village in answers, table or database, and their rows follow no order", async () => {
    await isOpenTo("nobody");
    for (const letter of letters) await answerOf(letter, no(`kata dari ${letter}`));
    await close();
    for (const person of ["facilitator", "camat", "villager-a"]) {
      const seen = JSON.stringify(await results(person));
      const table = await csv(person);
      for (const text of [seen, table]) expect(text).not.toMatch(/village-|Desa Contoh/);
    }
    const rows = await db.select().from(surveyAnswers);
    expect(rows.every(({ villageId, isLate }) => villageId === null && !isLate)).toBe(true);
    const stored = await env.DB.prepare("select rowid as place, * from survey_answers").all();
    const sent = await env.DB.prepare("select * from survey_participations order by rowid").all();
    expect(stored.results.every(({ place, id }) => place === id)).toBe(true);
    const orderStored = stored.results.map(({ answers }) => String(answers).match(/dari (.)/)?.[1]);
    const orderSent = sent.results.map(({ village_id }) => String(village_id).at(-1));
    expect(orderSent).toEqual(letters);
    // Ten rows at random: in the order of sending once in 3,628,800 runs.
    expect(orderStored).not.toEqual(letters);
    expect(await db.$count(surveyParticipations)).toBe(10);
  });

  it("are not asked of fewer than five villages", async () => {
    await addSurvey("one", { openness: "nobody", status: "draft" }, []);
    const json = { villageIds: villageIds.slice(0, 4), revision: 0 };
    expect((await as("facilitator", "PUT", "/one/opening", json)).status).toBe(422);
  });
});
