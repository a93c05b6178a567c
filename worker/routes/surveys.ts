import { Hono } from "hono";
import { z } from "zod";
import { tableLanguages } from "../../domain/survey/table-words.ts";
import { sendAnswer } from "../actions/survey-answers.ts";
import { exportResults } from "../actions/survey-csv.ts";
import { changeDraft, makeSurvey, makeVersion, removeDraft } from "../actions/survey-drafts.ts";
import { changeVillages, closeForAll, openForVillages } from "../actions/survey-openings.ts";
import { readResults } from "../actions/survey-results.ts";
import { readSurvey, readSurveys, readWaitingSurveys } from "../actions/surveys.ts";
import type { SignedInEnv } from "./api-env.ts";
import { browserId } from "./browser-id.ts";
import { jsonBody } from "./json-body.ts";
import { queryOf } from "./query-of.ts";
import { answersSchema, draftSchema } from "./survey-schemas.ts";

const villageIds = z.array(z.string().min(1).max(100)).max(100);
const revision = z.int().min(0);
const sent = z.object({ personId: z.string().max(100), key: z.uuid(), answers: answersSchema });

const table = z.object({ language: z.enum(tableLanguages).default("id") });

export const surveyRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readSurveys(c.env, c.var.me)))
  .post("/", jsonBody(draftSchema.extend({ id: browserId })), async (c) =>
    c.json(await makeSurvey(c.env, c.var.me, c.req.valid("json"), Date.now()), 201),
  )
  .get("/waiting", async (c) => c.json(await readWaitingSurveys(c.env, c.var.me)))
  .get("/:surveyId", async (c) =>
    c.json(await readSurvey(c.env, c.var.me, c.req.param("surveyId"))),
  )
  .put("/:surveyId", jsonBody(draftSchema.extend({ revision })), async (c) => {
    const { revision: basedOn, ...words } = c.req.valid("json");
    const order = { ...c.req.param(), words, revision: basedOn };
    return c.json(await changeDraft(c.env, c.var.me, order, Date.now()));
  })
  .delete(
    "/:surveyId",
    queryOf(z.object({ revision: z.coerce.number().int().default(-1) })),
    async (c) => {
      const order = { ...c.req.param(), ...c.req.valid("query") };
      await removeDraft(c.env, c.var.me, order, Date.now());
      return c.body(null, 204);
    },
  )
  .post("/:surveyId/versions", async (c) =>
    c.json(await makeVersion(c.env, c.var.me, c.req.param("surveyId"), Date.now()), 201),
  )
  .put("/:surveyId/opening", jsonBody(z.object({ villageIds, revision })), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await openForVillages(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:surveyId/villages", jsonBody(z.object({ villageIds })), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await changeVillages(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:surveyId/closure", async (c) => {
    await closeForAll(c.env, c.var.me, c.req.param("surveyId"), Date.now());
    return c.body(null, 204);
  })
  .post("/:surveyId/answers", jsonBody(sent), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    return c.json(await sendAnswer(c.env, c.var.me, order, Date.now()), 201);
  })
  .get("/:surveyId/results", async (c) =>
    c.json(await readResults(c.env, c.var.me, c.req.param("surveyId"))),
  )
  // Not read: it is recorded, which no other site's link may do in somebody's name.
  .post("/:surveyId/results.csv", queryOf(table), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("query") };
    const { csv } = await exportResults(c.env, c.var.me, order, Date.now());
    return c.body(csv, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="hasil-survei.csv"',
    });
  });
