import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { forumStatuses } from "../../domain/statuses.ts";
import { exportForum } from "../actions/forum-export.ts";
import { tellSession } from "../actions/forum-session.ts";
import { readForum } from "../actions/forums.ts";
import { moveForum } from "../actions/statuses.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

export const forumRoutes = new Hono<SignedInEnv>()
  .get("/:forumId", async (c) => c.json(await readForum(c.env, c.var.me, c.req.param("forumId"))))
  .post("/:forumId/export", async (c) =>
    c.json(await exportForum(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  .put("/:forumId/status", jsonBody(z.object({ to: z.enum(forumStatuses) })), async (c) => {
    const { forumId } = c.req.param();
    await moveForum(c.env, c.var.me, forumId, c.req.valid("json").to);
    waitUntil(tellSession(c.env, forumId));
    return c.body(null, 204);
  });
