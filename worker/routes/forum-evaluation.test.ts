import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { readEvaluation } from "../actions/forum-evaluation.ts";
import { forumEvaluations, forumEvaluators } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import { attendance, auditLog, forums } from "../db/schema.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const path = `/api/forums/${forumId}/evaluation`;
const present = ["participant-a", "participant-b", "representative-a", "facilitator"];

beforeAll(async () => {
  await buildWorld();
  await db.insert(attendance).values([
    ...present.map((personId) => ({
      ...{ forumId, personId, status: "present" as const, at: 0 },
      markedByPersonId: personId,
    })),
  ]);
});
beforeEach(async () => {
  await db.batch([db.delete(forumEvaluators), db.delete(forumEvaluations)]);
  await forumIs("ended");
});

const forumIs = (status: "inSession" | "ended") =>
  db.update(forums).set({ status }).where(eq(forums.id, forumId));
const say = async (by: string, score: number, words = "") =>
  ask(path, { cookie: await cookieOf(by), method: "PUT", json: { score, words } });
const read = async (by: string) => {
  const answer = await ask(path, { cookie: await cookieOf(by) });
  return answer.json<Awaited<ReturnType<typeof readEvaluation>>>();
};

it("each participant says it once, and facilitators see averages and words, never who", async () => {
  const before = await db.$count(auditLog);
  expect((await say("participant-a", 5, "Jelas dan berguna.")).status).toBe(204);
  expect((await say("participant-b", 3)).status).toBe(204);
  // Two answers would say too much of each.
  expect((await read("facilitator")).result).toEqual({
    ...{ count: 2, average: null, scores: [], words: [] },
  });
  expect((await say("representative-a", 4)).status).toBe(204);
  expect((await read("reviewer")).result).toMatchObject({
    ...{ count: 3, average: 4, words: ["Jelas dan berguna."] },
  });
  expect(await refusal(await say("participant-a", 1))).toMatchObject({ code: "evaluated-already" });
  expect(await read("participant-a")).toEqual({
    ...{ hasEvaluated: true, mayEvaluate: false, result: null },
  });
  // Neither the row nor the log ties an answer to a person, and neither keeps their order.
  const rows = await db.select().from(forumEvaluations);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["forumId", "id", "score", "words"]);
  expect(await db.$count(auditLog)).toBe(before);
  for (const table of ["forum_evaluations", "forum_evaluators"]) {
    await expect(env.DB.prepare(`select rowid from ${table}`).all()).rejects.toThrow("rowid");
  }
});

it("tells the person that they answered, and not what: nobody can find that", async () => {
  await say("participant-a", 2, "Terlalu lama.");
  const cookie = await cookieOf("participant-a");
  const answer = await ask("/api/me/data", { cookie, method: "POST" });
  const data = await answer.text();
  expect(JSON.parse(data)).toMatchObject({ evaluatedForums: [{ forumId }] });
  expect(data).not.toContain("Terlalu lama.");
});

it("asks for it after the forum, and of those who were there", async () => {
  await forumIs("inSession");
  expect(await refusal(await say("participant-a", 5))).toMatchObject({
    code: "evaluation-not-yet",
  });
  await forumIs("ended");
  expect(await refusal(await say("demo-a", 5))).toMatchObject({
    code: "evaluation-for-present",
  });
  expect((await say("participant-a", 6)).status).toBe(422);
});

it("sent twice at once, it stands there once", async () => {
  const answers = await Promise.all([say("participant-a", 5), say("participant-a", 1)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await db.$count(forumEvaluations)).toBe(1);
});
