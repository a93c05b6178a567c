import { Hono } from "hono";
import { z } from "zod";
import { citizenQuestionStatuses, maxQuestionLength } from "../../domain/citizen-questions.ts";
import { dealWithQuestion, readCitizenQuestions } from "../actions/citizen-answers.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const answering = z.object({
  status: z.enum(citizenQuestionStatuses),
  shownText: z.string().max(maxQuestionLength),
  answer: z.string().max(4000),
  isPublic: z.boolean(),
  basedOn: z.number().int(),
});

/** What citizens asked on the public pages, for those who answer them. */
export const citizenQuestionRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readCitizenQuestions(c.env, c.var.me)))
  .put("/:questionId", jsonBody(answering), async (c) => {
    const given = { ...c.req.valid("json"), ...c.req.param() };
    await dealWithQuestion(c.env, c.var.me, given, Date.now());
    return c.body(null, 204);
  });
