import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { attendanceStatuses } from "../../domain/statuses.ts";
import { comeIn, markPerson, readAttendance, readCode } from "../actions/attendance.ts";
import { refreshForumDocuments } from "../actions/forum-documents.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const status = z.enum(attendanceStatuses).nullable();

export const attendanceRoutes = new Hono<SignedInEnv>()
  .get("/:forumId/attendance", async (c) =>
    c.json(await readAttendance(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  .get("/:forumId/attendance/code", async (c) =>
    c.json(await readCode(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  // Before the route with a person's id, which would take "own" for one.
  .put(
    "/:forumId/attendance/own",
    jsonBody(z.object({ code: z.string().trim().min(1).max(40) })),
    async (c) => {
      const word = { ...c.req.param(), ...c.req.valid("json") };
      const noted = await comeIn(c.env, c.var.me, word, Date.now());
      refreshLater(c.env, word.forumId);
      return c.json(noted);
    },
  )
  .put(
    "/:forumId/attendance/:personId",
    jsonBody(z.object({ from: status, to: status })),
    async (c) => {
      const mark = { ...c.req.param(), ...c.req.valid("json") };
      await markPerson(c.env, c.var.me, mark, Date.now());
      refreshLater(c.env, mark.forumId);
      return c.body(null, 204);
    },
  );

/** The head of the minutes names who is here. */
function refreshLater(env: Env, forumId: string): void {
  waitUntil(refreshForumDocuments(env, forumId).catch(logBug));
}
