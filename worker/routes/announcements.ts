import { Hono } from "hono";
import { z } from "zod";
import {
  makeAnnouncement,
  markAnnouncementRead,
  readAnnouncements,
  readReaders,
  takeAnnouncementBack,
} from "../actions/announcements.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const made = z.object({
  /** Its browser makes it up, so that what is sent twice is there once. */
  id: z.uuid(),
  title: z.string().max(200),
  text: z.string().max(4000),
});

export const announcementRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readAnnouncements(c.env, c.var.me)))
  .post("/", jsonBody(made), async (c) => {
    await makeAnnouncement(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .delete("/:announcementId", async (c) => {
    await takeAnnouncementBack(c.env, c.var.me, c.req.param("announcementId"), Date.now());
    return c.body(null, 204);
  })
  .put("/:announcementId/reading", async (c) => {
    await markAnnouncementRead(c.env, c.var.me, c.req.param("announcementId"), Date.now());
    return c.body(null, 204);
  })
  .get("/:announcementId/readers", async (c) =>
    c.json(await readReaders(c.env, c.var.me, c.req.param("announcementId"))),
  );
