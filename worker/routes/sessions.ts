import { Hono } from "hono";
import { listSessions, removeOtherSessions, removeSession } from "../actions/sessions.ts";
import type { SignedInEnv } from "./api-env.ts";

export const deviceRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await listSessions(c.env, c.var.me, Date.now())))
  .delete("/:sessionId", async (c) => {
    await removeSession(c.env, c.var.me, c.req.param("sessionId"), Date.now());
    return c.body(null, 204);
  })
  .delete("/", async (c) => {
    await removeOtherSessions(c.env, c.var.me, Date.now());
    return c.body(null, 204);
  });
