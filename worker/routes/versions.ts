import { Hono } from "hono";
import { z } from "zod";
import { giveVersionName, nameVersion, readVersions } from "../actions/versions.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const nameBody = z.object({ name: z.string().max(1000) });

export const versionRoutes = new Hono<SignedInEnv>()
  .get("/:documentId/versions", async (c) =>
    c.json(await readVersions(c.env, c.var.me, c.req.param("documentId"))),
  )
  .post("/:documentId/versions", jsonBody(nameBody), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    return c.json(await nameVersion(c.env, c.var.me, order, Date.now()), 201);
  })
  .patch("/:documentId/versions/:versionId", jsonBody(nameBody), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await giveVersionName(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  });
