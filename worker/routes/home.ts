import { Hono } from "hono";
import { readHome } from "../actions/home.ts";
import type { ApiEnv } from "./api-env.ts";
import { requireSession } from "./require-session.ts";

export const homeRoutes = new Hono<ApiEnv>().get("/", requireSession, async (c) =>
  c.json(await readHome(c.env, c.var.me)),
);
