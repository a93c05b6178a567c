import { Hono } from "hono";
import { z } from "zod";
import { correctMyself, exportMyData, readProfile } from "../actions/my-data.ts";
import { noteNoticeSeen, readNotice } from "../actions/privacy.ts";
import { readEpochs } from "../actions/redaction-epochs.ts";
import { describeMe } from "../actions/sessions.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { correctionSchema } from "./person-schemas.ts";

const epochsBody = z.object({ documentIds: z.array(z.string().max(64)).max(500) });

export const meRoutes = new Hono<SignedInEnv>()
  .get("/", (c) => c.json(describeMe(c.var.me)))
  .patch("/", jsonBody(correctionSchema), async (c) => {
    await correctMyself(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .post("/epochs", jsonBody(epochsBody), async (c) =>
    c.json(await readEpochs(c.env, c.req.valid("json").documentIds)),
  )
  .get("/profile", async (c) => c.json(await readProfile(c.env, c.var.me)))
  .get("/notice", async (c) => c.json(await readNotice(c.env, c.var.me)))
  .post("/notice", async (c) => {
    await noteNoticeSeen(c.env, c.var.me, Date.now());
    return c.body(null, 204);
  })
  // Not read: it is recorded, which no other site's link may do in somebody's name.
  .post("/data", async (c) => c.json(await exportMyData(c.env, c.var.me, Date.now())));
