import { Hono } from "hono";
import { z } from "zod";
import { themes } from "../../domain/statuses.ts";
import { orderCases, proposeCase } from "../actions/cases.ts";
import type { SignedInEnv } from "./api-env.ts";
import { browserId } from "./browser-id.ts";
import { jsonBody } from "./json-body.ts";

const newCase = z.object({
  id: browserId,
  title: z.string().max(2000),
  theme: z.enum(themes),
  fiscalYear: z.int().min(2015).max(2100),
  isUnnamed: z.boolean(),
});
const documentIds = z.array(z.string().max(100)).max(200);

export const caseRoutes = new Hono<SignedInEnv>()
  .post("/:forumId/cases", jsonBody(newCase), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    return c.json(await proposeCase(c.env, c.var.me, order, Date.now()), 201);
  })
  .put("/:forumId/cases", jsonBody(z.object({ documentIds, basedOn: documentIds })), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await orderCases(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  });
