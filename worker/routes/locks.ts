import { Hono } from "hono";
import { lock, unlock } from "../actions/locks.ts";
import type { SignedInEnv } from "./api-env.ts";

export const lockRoutes = new Hono<SignedInEnv>()
  .put("/:documentId/locks/:containerId", async (c) => {
    await lock(c.env, c.var.me, c.req.param());
    return c.body(null, 204);
  })
  .delete("/:documentId/locks/:containerId", async (c) => {
    await unlock(c.env, c.var.me, c.req.param());
    return c.body(null, 204);
  });
