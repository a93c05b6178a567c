import { Hono } from "hono";
import { endSession } from "../actions/sessions.ts";
import { clearCookie, readCookie } from "../cookies.ts";
import type { ApiEnv } from "./api-env.ts";

/** Signing out twice is no mistake: the session is gone either way. */
export const sessionRoutes = new Hono<ApiEnv>().delete("/", async (c) => {
  const session = readCookie(c.req.raw, "session");
  if (session !== undefined) await endSession(c.env, session, Date.now());
  clearCookie(c, "session");
  return c.body(null, 204);
});
