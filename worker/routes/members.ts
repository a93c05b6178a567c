import { Hono } from "hono";
import { z } from "zod";
import { forumRoles } from "../../domain/roles.ts";
import { removeMember, setMember } from "../actions/members.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const membership = z.object({
  roles: z
    .array(z.enum(forumRoles))
    .min(1)
    .max(forumRoles.length)
    .transform((roles) => [...new Set(roles)]),
  replacesPersonId: z.string().max(100).nullable().default(null),
});

export const memberRoutes = new Hono<SignedInEnv>()
  .put("/:forumId/members/:personId", jsonBody(membership), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await setMember(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/:forumId/members/:personId", async (c) => {
    await removeMember(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  });
