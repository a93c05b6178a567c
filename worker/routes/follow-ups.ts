import { Hono } from "hono";
import { z } from "zod";
import { linkNotSafe } from "../../domain/refusals/register.ts";
import { followUpStatuses } from "../../domain/statuses.ts";
import { isDay } from "../../domain/wib.ts";
import { postponeFollowUp, reportFollowUp } from "../actions/follow-up-changes.ts";
import { readFollowUps, readReminders, readVillageFollowUps } from "../actions/follow-ups.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const status = z.enum(followUpStatuses);

const report = z.object({
  id: z.uuid().optional(),
  status: status.optional(),
  text: z.string().trim().max(2000),
  link: z.string().trim().max(1000).optional(),
  attachmentId: z.string().max(100).optional(),
});

const postponement = z.object({
  dueDate: z.string().refine(isDay),
  reason: z.string().trim().min(1).max(1000),
});

export const followUpRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readFollowUps(c.env, c.var.me)))
  .get("/reminders", async (c) => c.json(await readReminders(c.env, c.var.me)))
  .put("/:followUpId/status", jsonBody(z.object({ status })), async (c) => {
    const change = { ...c.req.valid("json"), text: "" };
    await reportFollowUp(c.env, c.var.me, c.req.param("followUpId"), change);
    return c.body(null, 204);
  })
  .post("/:followUpId/reports", jsonBody(report), async (c) => {
    const { link, ...said } = c.req.valid("json");
    const change = { ...said, link: link ? safeLink(link) : undefined };
    await reportFollowUp(c.env, c.var.me, c.req.param("followUpId"), change);
    return c.body(null, 204);
  })
  .post("/:followUpId/postponement", jsonBody(postponement), async (c) => {
    await postponeFollowUp(c.env, c.var.me, c.req.param("followUpId"), c.req.valid("json"));
    return c.body(null, 204);
  });

export const villageFollowUpRoutes = new Hono<SignedInEnv>().get(
  "/:villageId/follow-ups",
  async (c) => c.json(await readVillageFollowUps(c.env, c.var.me, c.req.param("villageId"))),
);

/** Others open it: nothing but a plain address on the web. @throws linkNotSafe */
function safeLink(link: string): string {
  const url = URL.parse(link);
  const isPlain = url !== null && url.username === "" && url.password === "";
  if (!isPlain || url.protocol !== "https:") throw linkNotSafe();
  return url.href;
}
