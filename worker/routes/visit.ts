import type { HonoRequest } from "hono";
import { deviceName } from "../actions/device-name.ts";
import type { Visit } from "../actions/open-session.ts";
import type { Attempt } from "../actions/sign-in.ts";
import { readCookie } from "../cookies.ts";

/** Where a request comes from that asks to be let in. */
export function visitOf(c: { req: HonoRequest }, isShared: boolean): Attempt & Visit {
  return {
    // Cloudflare sets this header itself; it is missing only where nothing stands in front.
    address: c.req.header("cf-connecting-ip") ?? "unknown",
    device: readCookie(c.req.raw, "device"),
    now: Date.now(),
    browser: deviceName(c.req.header("user-agent")),
    isShared,
    heldSession: readCookie(c.req.raw, "session"),
  };
}
