import { Hono } from "hono";
import { z } from "zod";
import {
  claimPlace,
  closeDoor,
  confirmPlace,
  openDoor,
  previewDoor,
  readDoor,
  refusePlace,
} from "../actions/forum-doors.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { visitOf } from "./visit.ts";

const token = z.string().min(1).max(200);

/** Before the door: nobody is signed in here yet. */
export const doorRoutes = new Hono<SignedInEnv>()
  .post("/preview", jsonBody(z.object({ token })), async (c) =>
    c.json(await previewDoor(c.env, c.req.valid("json").token, Date.now())),
  )
  .post(
    "/claims",
    jsonBody(
      z.object({
        token,
        villageId: z.string().max(64).nullable(),
        name: z.string().trim().min(1).max(120),
        isShared: z.boolean(),
      }),
    ),
    async (c) => {
      const body = c.req.valid("json");
      return c.json(await claimPlace(c.env, body, visitOf(c, body.isShared)));
    },
  );

/** Behind it: the forum's hosts. */
export const forumDoorRoutes = new Hono<SignedInEnv>()
  .get("/:forumId/door", async (c) =>
    c.json(await readDoor(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  .post("/:forumId/door", async (c) =>
    c.json(await openDoor(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  .delete("/:forumId/door", async (c) => {
    await closeDoor(c.env, c.var.me, c.req.param("forumId"), Date.now());
    return c.body(null, 204);
  })
  .post(
    "/:forumId/door/claims/:claimId/confirmation",
    jsonBody(z.object({ personId: z.string().min(1).max(64) })),
    async (c) => {
      const choice = { ...c.req.param(), ...c.req.valid("json") };
      await confirmPlace(c.env, c.var.me, choice, Date.now());
      return c.body(null, 204);
    },
  )
  .post("/:forumId/door/claims/:claimId/refusal", async (c) => {
    await refusePlace(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  });
