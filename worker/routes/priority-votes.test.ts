import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { VotePage } from "../actions/priority-votes.ts";
import { openDatabase } from "../db/open.ts";
import { priorityBallots, priorityVotes } from "../db/problems-schema.ts";
import { auditLog, forumMembers, people } from "../db/schema.ts";
import { addProblem, forgetProblems } from "../testing/problems.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { addVillages } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

// Some ask many times.
vi.setConfig({ testTimeout: 30_000 });

const db = openDatabase(env);
const hourMs = 3_600_000;
const speakers = ["representative-a", "participant-b", "villager-c", "villager-e", "villager-f"];
const villageIds = ["village-a", "village-b", "village-c", "village-e", "village-f"];

beforeAll(async () => {
  await buildWorld();
  await addVillages(["e", "f"]);
  for (const personId of speakers.slice(1)) {
    await db
      .insert(forumMembers)
      .values({ forumId: "forum-planned", personId, role: "representative" });
  }
});
beforeEach(async () => {
  await forgetProblems();
  for (const id of ["one", "two", "three", "four"]) await addProblem(id);
});
afterEach(() => vi.useRealTimers());

const as = async (personId: string, path: string, method = "GET", json?: unknown) =>
  ask(`/api${path}`, {
    method,
    cookie: await cookieOf(personId, Date.now() + 400 * 24 * hourMs),
    ...(json === undefined ? {} : { json }),
  });
const done = async (answer: Promise<Response>) => expect((await answer).status).toBe(204);

const order = {
  ...{ title: "Masalah mana yang didahulukan?", choices: 2, isOpenVote: true },
  ...{ problemIds: ["one", "two", "three"], villageIds },
};

async function open(given: object = {}) {
  const id = crypto.randomUUID();
  const json = { ...order, id, endsAt: Date.now() + hourMs, ...given };
  await done(as("facilitator", "/priority-votes", "POST", json));
  return id;
}

const vote = (personId: string, id: string, problemIds: string[], revision = 0) =>
  as(personId, `/priority-votes/${id}/ballot`, "PUT", { problemIds, revision });
const pageFor = async (personId: string, id: string) =>
  (await as(personId, `/priority-votes/${id}`)).json<VotePage>();
const close = (id: string) => done(as("facilitator", `/priority-votes/${id}/closure`, "PUT", {}));
const counts = ({ results }: VotePage) =>
  results?.map(({ problemId, count, villages }) => [
    problemId,
    count,
    villages?.map(({ name }) => name.slice(-1)).join(""),
  ]);

describe("a vote of the villages", () => {
  it("counts one ballot for each village, which can be changed until it is closed", async () => {
    const id = await open();
    await done(vote("representative-a", id, ["one", "two"]));
    await done(vote("participant-b", id, ["two"]));
    // The same again, as when the answer was lost on its way.
    await done(vote("participant-b", id, ["two"]));
    await done(vote("representative-a", id, ["two", "three"], 1));
    expect(await pageFor("villager-c", id)).toMatchObject({ voted: 2, asked: 5, results: null });
    expect((await pageFor("participant-a", id)).own).toMatchObject({
      ...{ problemIds: ["two", "three"], revision: 2, by: "Warga representative-a" },
    });
    await close(id);
    expect(counts(await pageFor("villager-c", id))).toEqual([
      ["two", 2, "AB"],
      ["three", 1, "A"],
      ["one", 0, ""],
    ]);
    expect(await refusal(await vote("villager-c", id, ["one"]))).toMatchObject({
      code: "vote-is-over",
    });
    const logged = await db.select().from(auditLog).where(eq(auditLog.action, "ballotGiven"));
    expect(logged.map(({ personId, details }) => [personId, details])).toEqual([
      ["representative-a", "{}"],
      ["participant-b", "{}"],
      ["representative-a", "{}"],
    ]);
  });

  it("is given by the representative alone, of a village that takes part", async () => {
    const id = await open({ villageIds: ["village-a", "village-b"] });
    for (const other of ["participant-a", "facilitator", "camat"]) {
      expect(await refusal(await vote(other, id, ["one"]))).toMatchObject({ code: "not-allowed" });
    }
    const unasked = await vote("villager-c", id, ["one"]);
    expect(await refusal(unasked)).toMatchObject({ status: 403, code: "village-not-asked" });
    expect((await pageFor("representative-a", id)).may.vote).toBe(true);
    expect((await pageFor("villager-c", id)).may.vote).toBe(false);
  });

  it("follows the newest forum in which a village names who speaks for it", async () => {
    const id = await open();
    const planned = { forumId: "forum-planned", personId: "participant-a" };
    await db.insert(forumMembers).values({ ...planned, role: "representative" });
    expect(await refusal(await vote("representative-a", id, ["one"]))).toMatchObject({
      code: "not-allowed",
    });
    await done(vote("participant-a", id, ["one"]));
    await db.update(people).set({ removedAt: 1 }).where(eq(people.id, "participant-a"));
    await done(vote("representative-a", id, ["two"], 1));
    await db.update(people).set({ removedAt: null }).where(eq(people.id, "participant-a"));
    await db.delete(forumMembers).where(eq(forumMembers.personId, "participant-a"));
  });

  it("of two devices of a village takes the one that saw what stands", async () => {
    const id = await open();
    const answers = await Promise.all([
      vote("representative-a", id, ["one"]),
      vote("representative-a", id, ["two"]),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(await refusal(loser as Response)).toMatchObject({ code: "ballot-changed" });
    expect(await db.$count(priorityBallots)).toBe(1);
  });

  it.each([
    [[], "too-many-chosen"],
    [["one", "two", "three"], "too-many-chosen"],
    [["four"], "invalid-field"],
  ])("does not take %j", async (problemIds, code) => {
    const id = await open();
    const answer = await vote("representative-a", id, problemIds);
    expect(await refusal(answer)).toMatchObject({ status: 422, code });
  });

  it("counts what was merged meanwhile for what it became, once for each village", async () => {
    const id = await open();
    await done(vote("representative-a", id, ["one", "two"]));
    await done(vote("participant-b", id, ["three"]));
    const merged = crypto.randomUUID();
    const words = {
      title: "Gabungan",
      note: "",
      theme: "tax",
      urgency: 3,
      impact: 3,
      frequency: 3,
    };
    const parts = ["one", "two"].map((each) => ({ id: each, revision: 0 }));
    await done(as("facilitator", "/problems/merges", "POST", { ...words, id: merged, parts }));
    const page = await pageFor("representative-a", id);
    expect(page.problems.map((each) => each.id)).toEqual([merged, "three"]);
    expect(page.own?.problemIds).toEqual([merged]);
    // What the page showed before the merge is understood.
    await done(vote("villager-c", id, ["two"]));
    await close(id);
    const results = [
      [merged, 2, "AC"],
      ["three", 1, "B"],
    ];
    expect(counts(await pageFor("villager-c", id))).toEqual(results);
    // What is merged or taken apart after its end changes nothing of it.
    await done(as("facilitator", `/problems/${merged}/separation`, "PUT", { revision: 0 }));
    expect(counts(await pageFor("villager-c", id))).toEqual(results);
  });

  it("keeps the ballot of a village that leaves, which votes no more", async () => {
    const id = await open();
    await done(vote("participant-b", id, ["one"]));
    const staying = villageIds.filter((each) => each !== "village-b");
    const path = `/priority-votes/${id}/villages`;
    await done(as("facilitator", path, "PUT", { villageIds: staying }));
    const answer = await vote("participant-b", id, ["two"], 1);
    expect(await refusal(answer)).toMatchObject({ code: "village-not-asked" });
    expect((await pageFor("camat", id)).villages).toContainEqual(
      expect.objectContaining({ id: "village-b", hasVoted: true, hasLeft: true }),
    );
    expect((await pageFor("reviewer", id)).villages).toBeNull();
    await close(id);
    expect(counts(await pageFor("villager-c", id))?.[0]).toEqual(["one", 1, "B"]);
    const late = await as("facilitator", path, "PUT", { villageIds });
    expect(await refusal(late)).toMatchObject({ code: "vote-is-over" });
  });

  it("that is secret tells how many, never who, and nothing where few voted", async () => {
    const id = await open({ isOpenVote: false });
    for (const [at, personId] of speakers.entries()) {
      await done(vote(personId, id, [at === 0 ? "one" : "two"]));
    }
    const few = await open({ isOpenVote: false });
    await done(vote("representative-a", few, ["one"]));
    await close(id);
    await close(few);
    for (const reader of ["facilitator", "camat", "villager-c", "reviewer"]) {
      const page = await pageFor(reader, id);
      expect(counts(page)).toEqual([
        ["two", 4, undefined],
        ["one", 1, undefined],
        ["three", 0, undefined],
      ]);
      expect(JSON.stringify(page.results)).not.toContain("village-");
      expect((await pageFor(reader, few)).results).toBeNull();
    }
  });

  it("ends by itself when its time has come", async () => {
    const id = await open();
    await done(vote("representative-a", id, ["one"]));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * hourMs });
    expect(await refusal(await vote("participant-b", id, ["one"]))).toMatchObject({
      code: "vote-is-over",
    });
    expect(counts(await pageFor("villager-c", id))?.[0]).toEqual(["one", 1, "A"]);
    const closing = await as("facilitator", `/priority-votes/${id}/closure`, "PUT", {});
    expect(await refusal(closing)).toMatchObject({ code: "vote-is-over" });
  });

  it.each([
    [{ title: "?" }, "invalid-field"],
    [{ endsAt: 1 }, "invalid-field"],
    [{ villageIds: [] }, "invalid-field"],
    [{ villageIds: ["village-d"] }, "invalid-field"],
    [{ problemIds: ["one"] }, "vote-needs-problems"],
    [{ problemIds: ["one", "two"] }, "vote-needs-problems"],
    [{ problemIds: ["one", "two", "nowhere"] }, "vote-needs-problems"],
  ])("is not opened with %j", async (given, code) => {
    const json = { ...order, id: crypto.randomUUID(), endsAt: Date.now() + hourMs, ...given };
    const answer = await as("facilitator", "/priority-votes", "POST", json);
    expect(await refusal(answer)).toMatchObject({ status: 422, code });
  });

  it("is opened once when it is sent twice", async () => {
    const json = { ...order, id: crypto.randomUUID(), endsAt: Date.now() + hourMs };
    for (const _ of [1, 2]) await done(as("facilitator", "/priority-votes", "POST", json));
    expect(await db.$count(priorityVotes)).toBe(1);
    const map = await (await as("villager-c", "/problem-map")).json();
    expect(map).toMatchObject({ vote: { id: json.id, title: order.title } });
  });
});
