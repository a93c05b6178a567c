import { Hono } from "hono";
import { z } from "zod";
import { redactionReasons } from "../../domain/statuses.ts";
import {
  confirmRedaction,
  rejectRedaction,
  takeBackRedaction,
} from "../actions/redaction-decisions.ts";
import { proposeRedaction, redactNow } from "../actions/redaction-orders.ts";
import { searchOccurrences } from "../actions/redaction-search.ts";
import { readRedactions } from "../actions/redactions.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

/** In the body: addresses stand in logs. */
const words = z.string().trim().min(1).max(200);
const reason = z.string().trim().max(500);
const wishBody = z.object({
  words,
  chosen: z.array(z.string().regex(/^\d{1,16}:\d{1,16}$/)).max(500),
  reasonKind: z.enum(redactionReasons),
  reason: reason.default(""),
});

/** "Hapus data pribadi". */
export const redactionRoutes = new Hono<SignedInEnv>()
  .get("/:documentId/redactions", async (c) =>
    c.json(await readRedactions(c.env, c.var.me, c.req.param("documentId"), Date.now())),
  )
  .post("/:documentId/redactions", jsonBody(wishBody), async (c) => {
    const wish = { ...c.req.param(), ...c.req.valid("json") };
    return c.json(await redactNow(c.env, c.var.me, wish, Date.now()), 201);
  })
  .post("/:documentId/redactions/occurrences", jsonBody(z.object({ words })), async (c) => {
    const asked = { ...c.req.param(), ...c.req.valid("json") };
    return c.json(await searchOccurrences(c.env, c.var.me, asked, Date.now()));
  })
  .post("/:documentId/redactions/proposals", jsonBody(wishBody), async (c) => {
    const wish = { ...c.req.param(), ...c.req.valid("json") };
    return c.json(await proposeRedaction(c.env, c.var.me, wish), 201);
  })
  .put("/:documentId/redactions/:redactionId/confirmation", async (c) => {
    await confirmRedaction(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  })
  .put(
    "/:documentId/redactions/:redactionId/rejection",
    jsonBody(z.object({ reason })),
    async (c) => {
      const order = { ...c.req.param(), ...c.req.valid("json") };
      await rejectRedaction(c.env, c.var.me, order, Date.now());
      return c.body(null, 204);
    },
  )
  .delete("/:documentId/redactions/:redactionId", async (c) => {
    await takeBackRedaction(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  });
