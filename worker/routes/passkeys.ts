import { Hono } from "hono";
import { z } from "zod";
import { deviceName } from "../actions/device-name.ts";
import { addPasskey, listPasskeys, offerPasskey, removePasskey } from "../actions/passkeys.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { madeResponse } from "./passkey-responses.ts";

export const passkeyRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await listPasskeys(c.env, c.var.me)))
  .post("/options", async (c) => c.json(await offerPasskey(c.env, c.var.me, c.req.url, Date.now())))
  .post("/", jsonBody(z.object({ response: madeResponse })), async (c) => {
    const browser = { name: deviceName(c.req.header("user-agent")), now: Date.now() };
    const { response } = c.req.valid("json");
    await addPasskey(c.env, c.var.me, c.req.url, response, browser);
    return c.body(null, 204);
  })
  .delete("/:credentialId", async (c) => {
    await removePasskey(c.env, c.var.me, c.req.param("credentialId"), Date.now());
    return c.body(null, 204);
  });
