import { createMiddleware } from "hono/factory";
import { notSignedIn } from "../../domain/refusals.ts";
import { findSignedIn } from "../actions/sessions.ts";
import { readCookie } from "../cookies.ts";
import type { SignedInEnv } from "./api-env.ts";

/** Lets only signed-in people through, and says who they are in `c.var.me`. */
export const requireSession = createMiddleware<SignedInEnv>(async (c, next) => {
  const me = await findSignedIn(c.env, readCookie(c.req.raw, "session"), Date.now());
  if (me === null) throw notSignedIn();
  c.set("me", me);
  await next();
});
