import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { refreshForumDocuments } from "../actions/forum-documents.ts";
import { invite, orderForumVillages, removeVillage } from "../actions/forum-villages.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const villageIds = z.array(z.string().max(100)).max(100);

export const forumVillageRoutes = new Hono<SignedInEnv>()
  .post("/:forumId/villages", jsonBody(z.object({ villageIds })), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await invite(c.env, c.var.me, order, Date.now());
    refresh(c.env, order.forumId);
    return c.body(null, 204);
  })
  .put("/:forumId/villages", jsonBody(z.object({ villageIds, basedOn: villageIds })), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await orderForumVillages(c.env, c.var.me, order, Date.now());
    refresh(c.env, order.forumId);
    return c.body(null, 204);
  })
  .delete("/:forumId/villages/:villageId", async (c) => {
    await removeVillage(c.env, c.var.me, c.req.param(), Date.now());
    refresh(c.env, c.req.param("forumId"));
    return c.body(null, 204);
  });

function refresh(env: Env, forumId: string): void {
  waitUntil(refreshForumDocuments(env, forumId).catch(logBug));
}
