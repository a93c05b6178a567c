import { Hono } from "hono";
import { z } from "zod";
import { isDay } from "../../domain/wib.ts";
import {
  addRegulation,
  changeRegulation,
  readRegulation,
  readRegulations,
} from "../actions/regulations.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const day = z.string().refine(isDay).nullable();
const words = z.object({
  kind: z.string().max(80),
  number: z.string().max(40),
  year: z.int().min(1900).max(2200),
  about: z.string().max(500),
  inForceSince: day,
  withdrawnOn: day,
  replacedById: z.string().max(64).nullable(),
  isConfirmed: z.boolean(),
});
/** Its browser makes it up, so that what is sent twice is there once. */
const added = words.extend({ id: z.uuid() });
const changed = words.extend({ basedOn: z.int() });

export const regulationRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readRegulations(c.env, c.var.me, Date.now())))
  .post("/", jsonBody(added), async (c) => {
    await addRegulation(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/:regulationId", async (c) =>
    c.json(await readRegulation(c.env, c.var.me, c.req.param("regulationId"), Date.now())),
  )
  .put("/:regulationId", jsonBody(changed), async (c) => {
    const { regulationId } = c.req.param();
    await changeRegulation(c.env, c.var.me, regulationId, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  });
