import { Hono } from "hono";
import { z } from "zod";
import { offerPasskeySignIn, signInWithPasskey } from "../actions/passkey-sign-in.ts";
import { previewSignIn, signIn } from "../actions/sign-in.ts";
import { newToken } from "../actions/tokens.ts";
import { writeCookie } from "../cookies.ts";
import type { ApiEnv } from "./api-env.ts";
import { enter } from "./enter.ts";
import { jsonBody } from "./json-body.ts";
import { signedInResponse } from "./passkey-responses.ts";
import { visitOf } from "./visit.ts";

/** Kept from the preview to the repeat; signing in renews it. */
const deviceLastsMs = 24 * 60 * 60_000;

const isShared = z.boolean().default(false);
/** Loose on purpose: a link that was cut off on its way is unknown, not a wrong entry. */
const token = z.string().min(1).max(200);
const code = z.string().min(1).max(40);
const brought = z.object({ token, code, isShared }).partial({ token: true, code: true });

function oneOf({ token, code }: z.infer<typeof brought>) {
  return code === undefined ? { token: token ?? "" } : { code };
}
const broughtBody = brought.refine((body) => body.token !== undefined || body.code !== undefined, {
  path: ["token"],
});

export const signInRoutes = new Hono<ApiEnv>()
  .post("/preview", jsonBody(broughtBody), async (c) => {
    const visit = visitOf(c, false);
    const preview = await previewSignIn(c.env, oneOf(c.req.valid("json")), visit);
    if (visit.device === undefined) writeCookie(c, "device", newToken(), deviceLastsMs);
    return c.json(preview);
  })
  .post("/", jsonBody(broughtBody), async (c) => {
    const body = c.req.valid("json");
    const visit = visitOf(c, body.isShared);
    const device = visit.device ?? newToken();
    const opened = await signIn(c.env, oneOf(body), { ...visit, device });
    writeCookie(c, "device", device, deviceLastsMs);
    return c.json(enter(c, opened, visit.now));
  })
  .post("/passkey/options", async (c) => c.json(await offerPasskeySignIn(c.env, c.req.url)))
  .post("/passkey", jsonBody(z.object({ response: signedInResponse })), async (c) => {
    const visit = visitOf(c, false);
    const { response } = c.req.valid("json");
    const opened = await signInWithPasskey(c.env, c.req.url, response, visit);
    return c.json(enter(c, opened, visit.now));
  });
