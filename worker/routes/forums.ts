import { Hono } from "hono";
import { readForum } from "../actions/forums.ts";
import type { SignedInEnv } from "./api-env.ts";

export const forumRoutes = new Hono<SignedInEnv>().get("/:forumId", async (c) =>
  c.json(await readForum(c.env, c.var.me, c.req.param("forumId"))),
);
