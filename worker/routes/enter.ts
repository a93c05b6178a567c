import type { Context } from "hono";
import { describeMe, type Me } from "../actions/sessions.ts";
import { writeCookie, writeCookieUntilClosed } from "../cookies.ts";
import type { SignedIn } from "../db/sessions.ts";

/** Gives the browser its session; on a shared computer the session ends with the browser. */
export function enter(
  c: Context,
  { session, signedIn }: { session: string; signedIn: SignedIn },
  now: number,
): Me {
  if (signedIn.isShared) writeCookieUntilClosed(c, "session", session);
  else writeCookie(c, "session", session, signedIn.sessionEndsAt - now);
  return describeMe(signedIn);
}
