import type { Context } from "hono";
import { Hono } from "hono";
import { z } from "zod";
import { describeMe } from "../actions/sessions.ts";
import { type Attempt, previewSignIn, signIn } from "../actions/sign-in.ts";
import { newToken } from "../actions/tokens.ts";
import { readCookie, writeCookie } from "../cookies.ts";
import type { ApiEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

/** Kept from the preview to the repeat; signing in renews it. */
const deviceLastsMs = 24 * 60 * 60_000;

/** Loose on purpose: a link that was cut off on its way is unknown, not a wrong entry. */
const linkToken = z.object({ token: z.string().min(1).max(200) });

export const signInRoutes = new Hono<ApiEnv>()
  .post("/preview", jsonBody(linkToken), async (c) => {
    const attempt = attemptOf(c);
    const preview = await previewSignIn(c.env, c.req.valid("json").token, attempt);
    if (attempt.device === undefined) writeCookie(c, "device", newToken(), deviceLastsMs);
    return c.json(preview);
  })
  .post("/", jsonBody(linkToken), async (c) => {
    const attempt = attemptOf(c);
    const device = attempt.device ?? newToken();
    const { session, signedIn } = await signIn(c.env, c.req.valid("json").token, {
      ...attempt,
      device,
      heldSession: readCookie(c.req.raw, "session"),
    });
    writeCookie(c, "device", device, deviceLastsMs);
    writeCookie(c, "session", session, signedIn.sessionEndsAt - attempt.now);
    return c.json(describeMe(signedIn));
  });

function attemptOf(c: Context<ApiEnv>): Attempt {
  return {
    // Cloudflare sets this header itself; it is missing only where nothing stands in front.
    address: c.req.header("cf-connecting-ip") ?? "unknown",
    device: readCookie(c.req.raw, "device"),
    now: Date.now(),
  };
}
