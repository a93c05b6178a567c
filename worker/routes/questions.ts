import { Hono } from "hono";
import { z } from "zod";
import { themes } from "../../domain/statuses.ts";
import { giveAnswer, markAnswer, takeAnswerBack } from "../actions/question-answers.ts";
import { proposeQuestion } from "../actions/question-case.ts";
import {
  askQuestion,
  readQuestion,
  readQuestions,
  readSimilar,
  takeQuestionBack,
} from "../actions/questions.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { queryOf } from "./query-of.ts";

/** Its browser makes it up, so that what is sent twice is there once. */
const id = z.uuid();
const asked = z.object({
  id,
  theme: z.enum(themes),
  title: z.string().max(2000),
  text: z.string().max(4000),
  isHidden: z.boolean(),
});
const answer = z.object({ id, text: z.string().trim().min(1).max(4000) });
const standing = z.object({
  answerId: z.string().max(64).nullable(),
  regulationId: z.string().max(64).nullable(),
});
/** A page that was opened before it said what it saw has seen none. */
const marking = standing.extend({
  basedOn: standing.default({ answerId: null, regulationId: null }),
});

/** Where the page before it ended. */
const page = z.object({
  at: z.coerce.number().int().optional(),
  id: z.string().max(64).optional(),
});

export const questionRoutes = new Hono<SignedInEnv>()
  .get("/", queryOf(page), async (c) => {
    const { at, id: last } = c.req.valid("query");
    const before = at !== undefined && last !== undefined ? { at, id: last } : null;
    return c.json(await readQuestions(c.env, c.var.me, before));
  })
  .post("/", jsonBody(asked), async (c) => {
    await askQuestion(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/similar", queryOf(z.object({ text: z.string().max(300) })), async (c) =>
    c.json(await readSimilar(c.env, c.var.me, c.req.valid("query").text)),
  )
  .get("/:questionId", async (c) =>
    c.json(await readQuestion(c.env, c.var.me, c.req.param("questionId"))),
  )
  .delete("/:questionId", async (c) => {
    await takeQuestionBack(c.env, c.var.me, c.req.param("questionId"), Date.now());
    return c.body(null, 204);
  })
  .post("/:questionId/answers", jsonBody(answer), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await giveAnswer(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/:questionId/answers/:answerId", async (c) => {
    await takeAnswerBack(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  })
  .put("/:questionId/standing", jsonBody(marking), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await markAnswer(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .post("/:questionId/case", async (c) =>
    c.json(await proposeQuestion(c.env, c.var.me, c.req.param("questionId"), Date.now()), 201),
  );
