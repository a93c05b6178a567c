import { Hono } from "hono";
import { z } from "zod";
import { carryFollowUps, dropCarried, readCarried } from "../actions/carried-follow-ups.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const choice = z.object({ followUpIds: z.array(z.string().max(100)).max(300).optional() });

export const carriedFollowUpRoutes = new Hono<SignedInEnv>()
  .get("/:forumId/carried-follow-ups", async (c) =>
    c.json(await readCarried(c.env, c.var.me, c.req.param("forumId"))),
  )
  .post("/:forumId/carried-follow-ups", jsonBody(choice), async (c) => {
    const { followUpIds } = c.req.valid("json");
    return c.json(await carryFollowUps(c.env, c.var.me, c.req.param("forumId"), followUpIds));
  })
  .delete("/:forumId/carried-follow-ups/:followUpId", async (c) => {
    const { forumId, followUpId } = c.req.param();
    await dropCarried(c.env, c.var.me, forumId, followUpId);
    return c.body(null, 204);
  });
