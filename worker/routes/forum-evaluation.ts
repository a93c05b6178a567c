import { Hono } from "hono";
import { z } from "zod";
import { maxEvaluationWords } from "../../domain/evidence/evidence-lists.ts";
import { evaluateForum, readEvaluation } from "../actions/forum-evaluation.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const evaluationSchema = z.object({
  score: z.int().min(1).max(5),
  words: z.string().trim().max(maxEvaluationWords),
});

export const forumEvaluationRoutes = new Hono<SignedInEnv>()
  .get("/:forumId/evaluation", async (c) =>
    c.json(await readEvaluation(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  .put("/:forumId/evaluation", jsonBody(evaluationSchema), async (c) => {
    const evaluation = { forumId: c.req.param("forumId"), ...c.req.valid("json") };
    await evaluateForum(c.env, c.var.me, evaluation, Date.now());
    return c.body(null, 204);
  });
