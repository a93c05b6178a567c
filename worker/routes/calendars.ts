import { Hono } from "hono";
import {
  endFeed,
  readFeed,
  readFeedState,
  readForumCalendar,
  renewFeed,
} from "../actions/calendars.ts";
import { harden } from "../answers.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import type { SignedInEnv } from "./api-env.ts";

const contentType = "text/calendar; charset=utf-8";

/** A forum as a file that a calendar takes. */
export const forumCalendarRoutes = new Hono<SignedInEnv>().get(
  "/:forumId/calendar.ics",
  async (c) => {
    const { origin } = new URL(c.req.url);
    const now = Date.now();
    const text = await readForumCalendar(c.env, c.var.me, c.req.param("forumId"), { origin, now });
    c.header("content-disposition", 'attachment; filename="forum-sinau.ics"');
    return c.body(text, 200, { "content-type": contentType });
  },
);

/** The secret address of one's own calendar. */
export const feedRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readFeedState(c.env, c.var.me)))
  .post("/", async (c) => {
    const { origin } = new URL(c.req.url);
    return c.json(await renewFeed(c.env, c.var.me, origin, Date.now()), 201);
  })
  .delete("/", async (c) => {
    await endFeed(c.env, c.var.me, Date.now());
    return c.body(null, 204);
  });

/** What a calendar fetches: it has no session, only the address. */
export async function answerFeed(request: Request, env: Env): Promise<Response> {
  try {
    const { origin, pathname } = new URL(request.url);
    const token = /^\/kalender\/([\w-]{43})\.ics$/.exec(pathname)?.[1];
    const isRead = request.method === "GET" || request.method === "HEAD";
    const text = token && isRead ? await readFeed(env, token, { origin, now: Date.now() }) : null;
    if (text === null) return harden(new Response(null, { status: 404 }));
    return harden(new Response(text, { headers: { "content-type": contentType } }));
  } catch (error) {
    logBug(error);
    return harden(new Response(null, { status: 500 }));
  }
}
