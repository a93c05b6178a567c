import { Hono } from "hono";
import { readRegister } from "../actions/register.ts";
import { readRegisterStatuses } from "../actions/register-statuses.ts";
import type { SignedInEnv } from "./api-env.ts";

export const registerRoutes = new Hono<SignedInEnv>().get("/:forumId/register", async (c) =>
  c.json(await readRegister(c.env, c.var.me, c.req.param("forumId"))),
);

export const registerStatusRoutes = new Hono<SignedInEnv>().get(
  "/:documentId/register-statuses",
  async (c) => c.json(await readRegisterStatuses(c.env, c.var.me, c.req.param("documentId"))),
);
