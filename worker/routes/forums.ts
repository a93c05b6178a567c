import { Hono } from "hono";
import { readForum } from "../actions/forums.ts";
import type { ApiEnv } from "./api-env.ts";
import { requireSession } from "./require-session.ts";

export const forumRoutes = new Hono<ApiEnv>().get("/:forumId", requireSession, async (c) =>
  c.json(await readForum(c.env, c.var.me, c.req.param("forumId"))),
);
