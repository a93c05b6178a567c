import { Hono } from "hono";
import { z } from "zod";
import {
  askForPairing,
  askWhetherLetIn,
  keepOut,
  letIn,
  seeWaiting,
} from "../actions/waiting-devices.ts";
import type { SignedInEnv } from "./api-env.ts";
import { enter } from "./enter.ts";
import { jsonBody } from "./json-body.ts";
import { visitOf } from "./visit.ts";

const code = z.string().min(1).max(40);

export const waitingDeviceRoutes = new Hono<SignedInEnv>()
  .post("/", jsonBody(z.object({ isShared: z.boolean() })), async (c) =>
    c.json(await askForPairing(c.env, visitOf(c, c.req.valid("json").isShared))),
  )
  .post("/entry", jsonBody(z.object({ secret: z.string().min(1).max(200) })), async (c) => {
    const visit = visitOf(c, false);
    const answer = await askWhetherLetIn(c.env, c.req.valid("json").secret, visit);
    return c.json(
      answer.state === "entered"
        ? {
            state: answer.state,
            forumId: answer.forumId,
            me: enter(c, answer.opened, visit.now),
          }
        : answer,
    );
  })
  .post("/seen", jsonBody(z.object({ code })), async (c) =>
    c.json(await seeWaiting(c.env, c.var.me, c.req.valid("json").code, Date.now())),
  )
  .post("/confirmation", jsonBody(z.object({ code, isShared: z.boolean() })), async (c) => {
    await letIn(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .post("/refusal", jsonBody(z.object({ code })), async (c) => {
    await keepOut(c.env, c.var.me, c.req.valid("json").code, Date.now());
    return c.body(null, 204);
  });
