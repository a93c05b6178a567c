import { Hono } from "hono";
import { z } from "zod";
import { themes } from "../../domain/statuses.ts";
import { readDirectory, showExperience } from "../actions/directory.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const own = z.object({ themes: z.array(z.enum(themes)).max(themes.length) });

export const directoryRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readDirectory(c.env, c.var.me)))
  .put("/own", jsonBody(own), async (c) => {
    await showExperience(c.env, c.var.me, c.req.valid("json").themes, Date.now());
    return c.body(null, 204);
  });
