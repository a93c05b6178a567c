import { Hono } from "hono";
import { readRegisterStatuses } from "../actions/register-statuses.ts";
import type { SignedInEnv } from "./api-env.ts";

export const registerStatusRoutes = new Hono<SignedInEnv>().get(
  "/:documentId/register-statuses",
  async (c) => c.json(await readRegisterStatuses(c.env, c.var.me, c.req.param("documentId"))),
);
