import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { forumStages, themes } from "../../domain/statuses.ts";
import { changeForum } from "../actions/forum-changes.ts";
import { createForum } from "../actions/forum-creation.ts";
import { refreshForumDocuments } from "../actions/forum-documents.ts";
import { logBug } from "../log-bug.ts";
import type { SignedInEnv } from "./api-env.ts";
import { browserId } from "./browser-id.ts";
import { jsonBody } from "./json-body.ts";

/** As long as anybody may type it; what is too long for a title is for the plan to say. */
const words = z.string().max(2000);
/** Ms since 1970, within what a date can be. */
const moment = z.int().min(0).max(8.64e15);
const personId = z.string().max(100).nullable();

const plan = z.object({
  title: words,
  theme: z.enum(themes),
  stage: z.enum(forumStages),
  startsAt: moment,
  endsAt: moment,
  place: words,
  chairPersonId: personId.default(null),
});
const settings = plan
  .extend({ chairPersonId: personId, leaderPersonId: personId, lanesAreOpen: z.boolean() })
  .partial();

export const forumPlanningRoutes = new Hono<SignedInEnv>()
  .post("/", jsonBody(plan.extend({ id: browserId })), async (c) =>
    c.json(await createForum(c.env, c.var.me, c.req.valid("json"), Date.now()), 201),
  )
  .patch("/:forumId", jsonBody(z.object({ changes: settings, basedOn: settings })), async (c) => {
    const forumId = c.req.param("forumId");
    const order = { ...c.req.valid("json"), forumId };
    const isChanged = await changeForum(c.env, c.var.me, order, Date.now());
    if (isChanged) waitUntil(refreshForumDocuments(c.env, forumId).catch(logBug));
    return c.body(null, 204);
  });
