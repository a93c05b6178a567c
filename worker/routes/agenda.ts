import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { maxAgendaItems, maxItemMinutes } from "../../domain/agenda-order.ts";
import { agendaItemKinds } from "../../domain/statuses.ts";
import { addItem, changeItem, orderItems, removeItem } from "../actions/agenda.ts";
import { refreshForumDocuments } from "../actions/forum-documents.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const item = z.object({
  title: z.string().max(2000),
  kind: z.enum(agendaItemKinds),
  durationMinutes: z.int().min(1).max(maxItemMinutes),
});
const documentIds = z.array(z.string().max(100)).max(50);
const itemIds = z.array(z.string().max(100)).max(2 * maxAgendaItems);

const changed = z.object({
  changes: item.partial(),
  basedOn: item.partial(),
  documentIds: documentIds.optional(),
});

export const agendaRoutes = new Hono<SignedInEnv>()
  .post("/:forumId/agenda", jsonBody(item.extend({ documentIds })), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    const added = await addItem(c.env, c.var.me, order, Date.now());
    refresh(c.env, order.forumId);
    return c.json(added, 201);
  })
  .put("/:forumId/agenda", jsonBody(z.object({ itemIds, basedOn: itemIds })), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await orderItems(c.env, c.var.me, order, Date.now());
    refresh(c.env, order.forumId);
    return c.body(null, 204);
  })
  .patch("/:forumId/agenda/:itemId", jsonBody(changed), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await changeItem(c.env, c.var.me, order, Date.now());
    refresh(c.env, order.forumId);
    return c.body(null, 204);
  })
  .delete("/:forumId/agenda/:itemId", async (c) => {
    await removeItem(c.env, c.var.me, c.req.param(), Date.now());
    refresh(c.env, c.req.param("forumId"));
    return c.body(null, 204);
  });

function refresh(env: Env, forumId: string): void {
  waitUntil(refreshForumDocuments(env, forumId).catch(logBug));
}
