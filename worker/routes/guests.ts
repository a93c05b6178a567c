import { Hono } from "hono";
import { z } from "zod";
import { sectors } from "../../domain/statuses.ts";
import { addGuest, setGuest } from "../actions/guests.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const words = z.string().max(1000);
const guest = z.object({
  role: z.enum(["observer", "participant"]),
  sector: z.enum(sectors),
});
const newGuest = guest.extend({ name: words, position: words, office: words, phone: words });

export const guestRoutes = new Hono<SignedInEnv>()
  .post("/:forumId/guests", jsonBody(newGuest), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    return c.json(await addGuest(c.env, c.var.me, order, Date.now()), 201);
  })
  .put("/:forumId/guests/:personId", jsonBody(guest), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await setGuest(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  });
