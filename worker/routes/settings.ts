import { Hono } from "hono";
import { z } from "zod";
import { changeSettings, readSettings } from "../actions/settings.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

/** Empty words mean the product's own. */
const words = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .transform((text) => text || null);

const settingsSchema = z.object({
  inspectorateSees: z.boolean(),
  privacyContact: words,
  privacyBasis: words,
  retentionYears: z.int().min(1).max(100).nullable(),
});

export const settingsRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readSettings(c.env, c.var.me)))
  .put("/", jsonBody(settingsSchema), async (c) => {
    await changeSettings(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  });
