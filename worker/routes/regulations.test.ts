import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../db/open.ts";
import { regulationCitations, regulations } from "../db/regulations-schema.ts";
import { threads } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

// Some ask many times.
vi.setConfig({ testTimeout: 20_000 });

beforeAll(buildWorld);

const db = openDatabase(env);
const words = {
  kind: "Perbup",
  number: "7",
  year: 2020,
  about: "Pengelolaan contoh",
  inForceSince: "2020-03-01",
  withdrawnOn: null,
  replacedById: null,
  isConfirmed: true,
};

beforeEach(async () => {
  await db.delete(regulationCitations);
  await db.delete(threads);
  await db.update(regulations).set({ replacedById: null });
  await db.delete(regulations);
});

const as = async (personId: string, path: string, method = "GET", json?: unknown) =>
  ask(`/api/regulations${path}`, {
    method,
    cookie: await cookieOf(personId),
    ...(json === undefined ? {} : { json }),
  });

async function add(changes: Partial<Record<keyof typeof words, unknown>> = {}): Promise<string> {
  const id = crypto.randomUUID();
  const answer = await as("facilitator", "", "POST", { ...words, ...changes, id });
  expect(answer.status).toBe(204);
  return id;
}

interface Listed {
  id: string;
  standing: string;
  changedAt: number;
}

async function listed(): Promise<Listed[]> {
  const answer = await as("participant-a", "");
  return (await answer.json<{ regulations: Listed[] }>()).regulations;
}

async function change(id: string, changes: Partial<Record<keyof typeof words, unknown>>) {
  const basedOn = (await listed()).find((each) => each.id === id)?.changedAt;
  return as("facilitator", `/${id}`, "PUT", { ...words, ...changes, basedOn });
}

describe("the register of regulations", () => {
  it("is kept by facilitators and read by everybody of the district", async () => {
    const id = await add();
    expect(await refusal(await as("camat", "", "POST", { ...words, id }))).toMatchObject({
      status: 403,
    });
    expect(await (await as("participant-a", "")).json()).toMatchObject({
      regulations: [{ ...words, id, standing: "inForce" }],
      mayEdit: false,
    });
    expect(await (await as("villager-d", "")).json()).toMatchObject({ regulations: [] });
    expect(await refusal(await as("villager-d", `/${id}`))).toEqual(notFound);
  });

  it("holds a regulation once, however its name is written, and takes what is sent twice once", async () => {
    const id = await add();
    const again = { ...words, id };
    expect((await as("facilitator", "", "POST", again)).status).toBe(204);
    const other = { ...words, kind: " PERBUP. ", id: crypto.randomUUID() };
    expect(await refusal(await as("facilitator", "", "POST", other))).toMatchObject({
      code: "regulation-known",
    });
    expect(await listed()).toHaveLength(1);
    const second = await add({ number: "8" });
    expect(await refusal(await change(second, { number: "7" }))).toMatchObject({
      code: "regulation-known",
    });
  });

  it("shows a regulation as replaced as soon as what replaces it is in force", async () => {
    const old = await add();
    const next = await add({ number: "1", year: 2026, inForceSince: "2026-01-01" });
    const future = await add({ number: "2", year: 2150, inForceSince: "2150-01-01" });
    expect((await change(old, { replacedById: future })).status).toBe(204);
    const standing = async (id: string) =>
      (await listed()).find((each) => each.id === id)?.standing;
    expect(await standing(old)).toBe("inForce");
    expect(await standing(future)).toBe("notYet");
    expect((await change(old, { replacedById: next })).status).toBe(204);
    expect(await standing(old)).toBe("replaced");
    expect((await change(old, { withdrawnOn: "2026-02-01" })).status).toBe(204);
    expect(await standing(old)).toBe("withdrawn");
  });

  it("refuses in words that a regulation replaces itself or closes a circle", async () => {
    const [one, two, three] = [await add(), await add({ number: "8" }), await add({ number: "9" })];
    expect(await refusal(await change(one, { replacedById: one }))).toEqual({
      status: 422,
      code: "regulation-replaces-itself",
      field: "replacedById",
    });
    expect((await change(one, { replacedById: two })).status).toBe(204);
    expect((await change(two, { number: "8", replacedById: three })).status).toBe(204);
    const circle = await change(three, { number: "9", replacedById: one });
    expect(circle.status).toBe(422);
    const { error } = await circle.json<{ error: { code: string; message: { id: string } } }>();
    expect(error.code).toBe("regulation-closes-circle");
    expect(error.message.id).toContain(
      "Perbup 9/2020 → Perbup 7/2020 → Perbup 8/2020 → Perbup 9/2020",
    );
  });

  it("closes no circle by two who save at the same moment", async () => {
    const [one, two] = [await add(), await add({ number: "8" })];
    const answers = await Promise.all([
      change(one, { replacedById: two }),
      change(two, { number: "8", replacedById: one }),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it.each([
    [{ number: " " }, "invalid-field"],
    [{ about: "…" }, "invalid-field"],
    [{ inForceSince: "2020-02-30" }, "invalid-field"],
    [{ withdrawnOn: "2020-02-28" }, "withdrawn-before-in-force"],
    [{ replacedById: "elsewhere" }, "invalid-field"],
  ])("does not take %j", async (changes, code) => {
    const id = crypto.randomUUID();
    const answer = await as("facilitator", "", "POST", { ...words, ...changes, id });
    expect(await refusal(answer)).toMatchObject({ status: 422, code });
  });

  it("lets nobody overwrite what they did not see", async () => {
    const id = await add();
    const [{ changedAt: basedOn = 0 } = {}] = await listed();
    const first = await as("facilitator", `/${id}`, "PUT", { ...words, about: "Lain", basedOn });
    expect(first.status).toBe(204);
    const second = await as("facilitator", `/${id}`, "PUT", { ...words, basedOn });
    expect(await refusal(second)).toMatchObject({ code: "changed-meanwhile" });
  });

  it("tells where a regulation is cited, but only of what the reader may see", async () => {
    const id = await add();
    await db.insert(regulationCitations).values([
      { documentId: "case-draft", regulationId: id },
      { documentId: "case-drafted", regulationId: id },
      { documentId: "case-elsewhere", regulationId: id },
    ]);
    const note = {
      documentId: "case-open",
      authorPersonId: "participant-a",
      kind: "question",
      text: "Mengapa?",
      quote: "kata",
      createdAt: 0,
      lastWordAt: 0,
      place: 0,
      mentions: JSON.stringify({ regulations: [{ id, words: "Perbup 7/2020" }] }),
    } as const;
    await db.insert(threads).values([
      { ...note, id: "placed", placement: "placed" },
      { ...note, id: "placing", placement: "placing" },
      { ...note, id: "removed", placement: "placed", removedAt: 1 },
    ]);
    const citedIn = async (personId: string) => {
      const page = await (await as(personId, `/${id}`)).json<{
        citedIn: { documentId: string; isInText: boolean; noteCount: number }[];
      }>();
      return page.citedIn
        .map((each) => `${each.documentId} ${each.isInText} ${each.noteCount}`)
        .sort();
    };
    const drafted = "case-drafted true 0";
    expect(await citedIn("participant-a")).toEqual([
      "case-draft true 0",
      drafted,
      "case-open false 1",
    ]);
    expect(await citedIn("reviewer")).toEqual([drafted]);
    expect(await citedIn("villager-c")).toEqual([]);
  });
});
