import { Hono } from "hono";
import { correctMyself, exportMyData, readProfile } from "../actions/my-data.ts";
import { noteNoticeSeen, readNotice } from "../actions/privacy.ts";
import { describeMe } from "../actions/sessions.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { correctionSchema } from "./person-schemas.ts";

export const meRoutes = new Hono<SignedInEnv>()
  .get("/", (c) => c.json(describeMe(c.var.me)))
  .patch("/", jsonBody(correctionSchema), async (c) => {
    await correctMyself(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/profile", async (c) => c.json(await readProfile(c.env, c.var.me)))
  .get("/notice", async (c) => c.json(await readNotice(c.env, c.var.me)))
  .post("/notice", async (c) => {
    await noteNoticeSeen(c.env, c.var.me, Date.now());
    return c.body(null, 204);
  })
  // Not read: it is recorded, which no other site's link may do in somebody's name.
  .post("/data", async (c) => c.json(await exportMyData(c.env, c.var.me, Date.now())));
