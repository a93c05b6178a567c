import { Hono } from "hono";
import { z } from "zod";
import { forumStatuses } from "../../domain/statuses.ts";
import { readForum } from "../actions/forums.ts";
import { moveForum } from "../actions/move-forum.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

export const forumRoutes = new Hono<SignedInEnv>()
  .get("/:forumId", async (c) => c.json(await readForum(c.env, c.var.me, c.req.param("forumId"))))
  .put("/:forumId/status", jsonBody(z.object({ to: z.enum(forumStatuses) })), async (c) => {
    await moveForum(c.env, c.var.me, c.req.param("forumId"), c.req.valid("json").to);
    return c.body(null, 204);
  });
