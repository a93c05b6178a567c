import { Hono } from "hono";
import { z } from "zod";
import { applyNoMore, applyOutcome, giveResult, writeOutcome } from "../actions/outcome-changes.ts";
import { readOutcome, readOutcomes } from "../actions/outcomes.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const text = z.string().max(8000);
const words = z.object({
  learnt: text,
  agreement: z.object({ documentId: z.string().max(100), nodeId: z.string().max(100) }).nullable(),
  decision: text,
  basedOn: z.int().nullable(),
});
/** What its sender saw before; a page that was opened before it said so has seen nothing. */
const seenText = text.nullable().default(null);
const application = z.object({ result: text.optional(), basedOn: seenText });

export const outcomeRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readOutcomes(c.env, c.var.me)))
  .get("/:documentId", async (c) =>
    c.json(await readOutcome(c.env, c.var.me, c.req.param("documentId"), Date.now())),
  )
  .put("/:documentId", jsonBody(words), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await writeOutcome(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put(
    "/:documentId/result",
    jsonBody(z.object({ result: text, basedOn: seenText })),
    async (c) => {
      const order = { ...c.req.valid("json"), ...c.req.param() };
      await giveResult(c.env, c.var.me, order, Date.now());
      return c.body(null, 204);
    },
  )
  .put("/:documentId/application", jsonBody(application), async (c) => {
    const { result, basedOn } = c.req.valid("json");
    const order = { result, basedOn, ...c.req.param() };
    await applyOutcome(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/:documentId/application", async (c) => {
    await applyNoMore(c.env, c.var.me, c.req.param("documentId"), Date.now());
    return c.body(null, 204);
  });
