import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { readStages } from "../actions/program-stages.ts";
import { evidenceProofs, programStageDays } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const noDays = { plannedOn: null, begunOn: null, doneOn: null };

beforeAll(buildWorld);
beforeEach(() => db.batch([db.delete(programStageDays), db.delete(evidenceProofs)]));

const stagesFor = async (by: string) => {
  const answer = await ask("/api/program/stages", { cookie: await cookieOf(by) });
  expect(answer.status).toBe(200);
  return answer.json<Awaited<ReturnType<typeof readStages>>>();
};
const change = async (days: object, basedOn: object = noDays) =>
  ask("/api/program/stages/trial", {
    cookie: await cookieOf("facilitator"),
    method: "PUT",
    json: { days: { ...noDays, ...days }, basedOn: { ...noDays, ...basedOn } },
  });

it("everybody sees how the five stages stand, and readers of the evidence what proves them", async () => {
  expect((await change({ plannedOn: "2026-01-05", begunOn: "2026-02-02" })).status).toBe(204);
  await ask("/api/evidence/proofs", {
    cookie: await cookieOf("facilitator"),
    json: {
      ...{ subjectKind: "stage", subjectId: "trial", kind: "forum" },
      ...{ forumId: "forum-ended-first", words: "Uji coba pertama" },
    },
  });
  const villager = await stagesFor("villager-c");
  expect(villager.stages.map(({ stage, state }) => `${stage} ${state}`)).toEqual([
    "needs unplanned",
    "design unplanned",
    "trial begun",
    "evaluation unplanned",
    "implementation unplanned",
  ]);
  expect(villager).toMatchObject({ mayEdit: false, forums: [] });
  expect(villager.stages.every(({ evidence }) => evidence === null)).toBe(true);
  const camat = await stagesFor("camat");
  expect(camat.stages[2]?.evidence?.proofs).toMatchObject([{ words: "Uji coba pertama" }]);
  expect((await stagesFor("facilitator")).forums.map(({ id }) => id)).toContain("forum-planned");
});

it.each([[{ doneOn: "2026-03-01" }], [{ begunOn: "2026-03-02", doneOn: "2026-03-01" }]])(
  "a stage is not done before it has begun: %j",
  async (days) => {
    expect(await refusal(await change(days))).toMatchObject({ code: "stage-days-not-in-order" });
  },
);

it("of two facilitators the second is told that the first was faster", async () => {
  expect((await change({ plannedOn: "2026-01-05" })).status).toBe(204);
  expect(await refusal(await change({ plannedOn: "2026-01-06" }))).toMatchObject({
    code: "changed-meanwhile",
  });
  const basedOn = { plannedOn: "2026-01-05" };
  expect((await change({ plannedOn: "2026-01-06" }, basedOn)).status).toBe(204);
});
