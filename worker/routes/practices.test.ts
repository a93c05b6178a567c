import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PracticeList, PracticePage } from "../actions/practices.ts";
import { openDatabase } from "../db/open.ts";
import { practiceAdoptions, practices } from "../db/practices-schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

// Some ask many times.
vi.setConfig({ testTimeout: 20_000 });

beforeAll(buildWorld);

const db = openDatabase(env);
const words = {
  theme: "planning",
  title: "Musrenbang lewat dusun",
  situation: "Usulan warga datang terlambat setiap tahun.",
  deed: "Musyawarah dusun dimajukan sebulan.",
  cost: "Rp500.000,00",
  result: "Semua usulan dibahas.",
  contactOffice: "Kasi Pelayanan, Kantor Desa Contoh A",
};

beforeEach(async () => {
  await db.delete(practiceAdoptions);
  await db.delete(practices);
});

const as = async (personId: string, path: string, method = "GET", json?: unknown) =>
  ask(`/api/practices${path}`, {
    method,
    cookie: await cookieOf(personId),
    ...(json === undefined ? {} : { json }),
  });

async function share(changes: Partial<typeof words> = {}, personId = "participant-a") {
  const id = crypto.randomUUID();
  const answer = await as(personId, "", "POST", { ...words, ...changes, id });
  expect(answer.status).toBe(204);
  return id;
}

const list = async (query = "", personId = "villager-c") =>
  (await as(personId, query)).json<PracticeList>();
const titles = async (query: string) => (await list(query)).practices.map(({ title }) => title);
const read = async (id: string, personId: string) =>
  (await as(personId, `/${id}`)).json<PracticePage>();

describe("good practices", () => {
  it("are shared for a village, and read by the whole district without anybody's name", async () => {
    const id = await share();
    const answer = await as("villager-c", `/${id}`);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      practice: { ...words, village: { name: "Desa Contoh A" } },
      may: { change: false, withdraw: false, adopt: true },
    });
    expect(text).not.toContain("participant-a");
    expect(await refusal(await as("villager-d", `/${id}`))).toEqual(notFound);
    expect((await list("", "villager-d")).practices).toEqual([]);
  });

  it("are there once when they are sent twice", async () => {
    const json = { ...words, id: crypto.randomUUID() };
    for (const _ of [1, 2]) expect((await as("participant-a", "", "POST", json)).status).toBe(204);
    expect((await list()).practices).toHaveLength(1);
    const theirs = await as("participant-b", "", "POST", json);
    expect(await refusal(theirs)).toMatchObject({ code: "invalid-field", field: "id" });
  });

  it("are found by theme, by village and by words", async () => {
    await share();
    await share({ theme: "tax", title: "Satu hari lapor pajak" }, "participant-b");
    expect(await titles("?theme=tax")).toEqual(["Satu hari lapor pajak"]);
    expect(await titles("?village=village-a")).toEqual(["Musrenbang lewat dusun"]);
    expect(await titles("?search=MUSRENBANG%20terlambat")).toEqual(["Musrenbang lewat dusun"]);
    expect(await titles("?search=contoh%20b%20pajak")).toEqual(["Satu hari lapor pajak"]);
    expect(await titles("?search=%25")).toEqual([]);
    expect((await list()).villages.map(({ name }) => name)).toEqual([
      "Desa Contoh A",
      "Desa Contoh B",
    ]);
  });

  it.each([
    [{ contactOffice: "Pak Kaur 0812-3456-7890" }, "contact-is-number"],
    [{ contactOffice: " " }, "invalid-field"],
    [{ title: "…" }, "invalid-field"],
    [{ deed: "" }, "invalid-field"],
  ])("do not take %j", async (changes, code) => {
    const json = { ...words, ...changes, id: crypto.randomUUID() };
    expect(await refusal(await as("participant-a", "", "POST", json))).toMatchObject({
      status: 422,
      code,
    });
  });

  it("are changed by their village alone, and by nobody over another's change", async () => {
    const id = await share();
    const { practice } = await read(id, "representative-a");
    const basedOn = practice.changedAt;
    const json = { ...words, result: "Lebih baik.", basedOn };
    expect((await as("facilitator", `/${id}`, "PUT", json)).status).toBe(403);
    expect((await as("representative-a", `/${id}`, "PUT", json)).status).toBe(204);
    expect(await refusal(await as("participant-a", `/${id}`, "PUT", json))).toMatchObject({
      code: "changed-meanwhile",
    });
  });

  it("say which villages apply them, each once, until it takes that back", async () => {
    const id = await share();
    const adopt = (personId: string, changes: string, basedOn: string | null = null) =>
      as(personId, `/${id}/adoption`, "PUT", { changes, basedOn });
    for (const _ of [1, 2]) expect((await adopt("participant-b", "")).status).toBe(204);
    expect(await refusal(await adopt("participant-b", "Semua dusun."))).toMatchObject({
      code: "changed-meanwhile",
    });
    expect((await adopt("participant-b", "Dua dusun dahulu.", "")).status).toBe(204);
    expect((await adopt("villager-c", "")).status).toBe(204);
    expect(await refusal(await adopt("participant-a", ""))).toMatchObject({ code: "own-practice" });
    const villagesOf = async () =>
      (await read(id, "facilitator")).adoptions.map(({ village, changes }) => [
        village.name,
        changes,
      ]);
    expect(await villagesOf()).toEqual([
      ["Desa Contoh B", "Dua dusun dahulu."],
      ["Desa Contoh C", ""],
    ]);
    expect((await list()).practices).toMatchObject([{ adoptionCount: 2 }]);
    for (const _ of [1, 2]) {
      expect((await as("participant-b", `/${id}/adoption`, "DELETE")).status).toBe(204);
    }
    expect(await villagesOf()).toEqual([["Desa Contoh C", ""]]);
  });

  it("are gone for other villages once they are withdrawn, and stay readable for their own", async () => {
    const id = await share();
    expect((await as("villager-c", `/${id}`, "DELETE")).status).toBe(403);
    expect((await as("representative-a", `/${id}`, "DELETE")).status).toBe(204);
    expect(await titles("")).toEqual([]);
    expect(await refusal(await as("villager-c", `/${id}`))).toEqual(notFound);
    expect(await read(id, "participant-a")).toMatchObject({
      isWithdrawn: true,
      may: { change: false, withdraw: false, adopt: false },
    });
    const json = { ...words, basedOn: 0 };
    expect(await refusal(await as("participant-a", `/${id}`, "PUT", json))).toMatchObject({
      code: "practice-withdrawn",
    });
  });
});
