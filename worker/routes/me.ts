import { Hono } from "hono";
import { describeMe } from "../actions/sessions.ts";
import type { ApiEnv } from "./api-env.ts";
import { requireSession } from "./require-session.ts";

export const meRoutes = new Hono<ApiEnv>().get("/", requireSession, (c) =>
  c.json(describeMe(c.var.me)),
);
