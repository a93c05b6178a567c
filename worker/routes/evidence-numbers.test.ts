import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { columnKinds, numberColumns } from "../../domain/evidence/count-numbers.ts";
import { evidenceNumbers } from "../../domain/evidence/evidence-lists.ts";
import { forumEvaluations, programStageDays } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import { documents, people } from "../db/schema.ts";
import { type CountedAnswer, plainCount } from "../testing/evidence-counts.ts";
import { clearWorld, fillWorld } from "../testing/evidence-world.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";

const db = openDatabase(env);
const period = { from: "2026-03-01", to: "2026-08-31" };

// A world of several hundred rows for each.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });
beforeEach(clearWorld);

async function numberFor(personId: string, number: string, days = period) {
  const query = new URLSearchParams(days);
  const cookie = await cookieOf(personId);
  const answer = await ask(`/api/evidence/numbers/${number}?${query}`, { cookie });
  expect(answer.status).toBe(200);
  return answer.json<CountedAnswer>();
}

describe("each number is what plain loops over all raw rows find", () => {
  it.each([1, 2, 3, 4, 5])("seed %i", async (seed) => {
    await fillWorld(seed);
    const expected = await plainCount(period, { countsDemo: false });
    const found: Record<string, { value: number | null; rows: unknown }> = {};
    for (const number of evidenceNumbers) {
      const { value, rows } = await numberFor("facilitator", number);
      for (const { cells } of rows) expect(cells).toHaveLength(numberColumns[number].length);
      const isDay = numberColumns[number].map((column) => columnKinds[column] === "day");
      for (const { cells } of rows) {
        for (const [place, cell] of cells.entries()) {
          if (isDay[place] && cell !== null) expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        }
      }
      found[number] = { value, rows: rows.map(({ cells }) => JSON.stringify(cells)).sort() };
    }
    for (const number of evidenceNumbers) {
      const { value, rows } = expected[number];
      expect(found[number]?.rows, number).toEqual(rows);
      if (value === null) expect(found[number]?.value, number).toBeNull();
      else expect(found[number]?.value, number).toBeCloseTo(value, 9);
    }
    // The list of numbers says the same as each number alone.
    const cookie = await cookieOf("camat");
    const answer = await ask(`/api/evidence/numbers?${new URLSearchParams(period)}`, { cookie });
    const { numbers } = await answer.json<{
      numbers: { number: string; value: number | null; rowCount: number }[];
    }>();
    expect(numbers.map(({ number, rowCount }) => [number, rowCount])).toEqual(
      evidenceNumbers.map((number) => [number, expected[number].rows.length]),
    );
    // The run did count something, and left something out.
    expect(expected.forums.value).toBeGreaterThan(0);
    expect(expected.participants.value).toBeGreaterThan(3);
    const withDemo = await plainCount(period, { countsDemo: true });
    expect(withDemo.participants.value).toBeGreaterThan(expected.participants.value ?? 0);
  });

  it("counts examples for people of the demo alone", async () => {
    await fillWorld(6);
    await db.update(people).set({ isDemo: true }).where(isPerson("facilitator"));
    const expected = await plainCount(period, { countsDemo: true });
    for (const number of ["forums", "participants", "followUps"] as const) {
      expect((await numberFor("facilitator", number)).rows).toHaveLength(
        expected[number].rows.length,
      );
    }
  });
});

describe("a number without rows", () => {
  it.each(evidenceNumbers)("%s is none, not zero", async (number) => {
    const { value, rows } = await numberFor("reviewer", number);
    expect({ value, rows }).toEqual({ value: null, rows: [] });
  });

  it("is none for a forum with fewer evaluations than hide who gave them", async () => {
    await fillWorld(7);
    await db.delete(forumEvaluations);
    await db.insert(forumEvaluations).values([
      { forumId: "forum-0", id: "a", score: 5, words: "" },
      { forumId: "forum-0", id: "b", score: 5, words: "" },
    ]);
    expect(await numberFor("facilitator", "satisfaction")).toMatchObject({ value: null, rows: [] });
  });
});

describe("the rows behind a number", () => {
  it("tell nobody, nor do the files made of them, which village an unnamed case is about", async () => {
    await fillWorld(8);
    await db.update(documents).set({ isUnnamed: false });
    const seen = async (personId: string) =>
      (await numberFor(personId, "followUps")).rows.map(({ cells }) => cells[2]);
    const known = await seen("facilitator");
    expect(known.some((village) => village !== null)).toBe(true);
    await db.update(documents).set({ isUnnamed: true });
    for (const personId of ["facilitator", "camat", "reviewer"]) {
      expect(await seen(personId)).toEqual(known.map(() => null));
      const cookie = await cookieOf(personId);
      const answer = await ask("/api/evidence/export", { cookie, json: period });
      const { numbers } = await answer.json<{ numbers: (CountedAnswer & { number: string })[] }>();
      const inPack = numbers.find(({ number }) => number === "followUps")?.rows ?? [];
      expect(inPack.map(({ cells }) => cells[2])).toEqual(known.map(() => null));
    }
  });

  it("lead nobody to a forum that does not exist for them, and are counted all the same", async () => {
    await fillWorld(9);
    const sourcesFor = async (personId: string) =>
      (await numberFor(personId, "forums")).rows.map(({ source }) => source?.kind ?? null);
    expect(new Set(await sourcesFor("reviewer"))).toEqual(new Set(["forum"]));
    await db.update(documents).set({ status: "open" });
    expect(new Set(await sourcesFor("reviewer"))).toEqual(new Set([null]));
    expect(new Set(await sourcesFor("camat"))).toEqual(new Set(["forum"]));
    expect(await sourcesFor("reviewer")).toHaveLength((await sourcesFor("camat")).length);
  });

  it("count a stage in the period that it was done in", async () => {
    const days = { plannedOn: null, begunOn: "2026-01-05", doneOn: "2026-08-31" };
    await db.insert(programStageDays).values({ districtId: "99.01.01", stage: "needs", ...days });
    expect((await numberFor("facilitator", "stages")).value).toBe(1);
    const before = { from: "2026-01-01", to: "2026-08-30" };
    expect((await numberFor("facilitator", "stages", before)).value).toBeNull();
  });
});

it.each([{ from: "2026-08-31", to: "2026-03-01" }])(
  "refuses a period that ends before it begins",
  async (days) => {
    const cookie = await cookieOf("facilitator");
    const answer = await ask(`/api/evidence/numbers?${new URLSearchParams(days)}`, { cookie });
    expect(await refusal(answer)).toMatchObject({ status: 422, code: "period-wrong" });
  },
);

function isPerson(id: string) {
  return eq(people.id, id);
}
