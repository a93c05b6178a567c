import { Hono } from "hono";
import { z } from "zod";
import { keyScopes } from "../../domain/api-v1.ts";
import { makeKey, readKeys, readKeyUses, takeKey } from "../actions/api-keys.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const asked = z.object({
  /** Its browser makes it up, so that what is sent twice is there once. */
  id: z.uuid(),
  name: z.string().max(100),
  scopes: z.array(z.enum(keyScopes)).max(keyScopes.length),
  days: z.int(),
});

export const apiKeyRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readKeys(c.env, c.var.me)))
  .post("/", jsonBody(asked), async (c) =>
    c.json(await makeKey(c.env, c.var.me, c.req.valid("json"), Date.now()), 201),
  )
  .delete("/:keyId", async (c) => {
    await takeKey(c.env, c.var.me, c.req.param("keyId"), Date.now());
    return c.body(null, 204);
  })
  .get("/:keyId/uses", async (c) =>
    c.json(await readKeyUses(c.env, c.var.me, c.req.param("keyId"))),
  );
