import { Hono } from "hono";
import { readHome } from "../actions/home.ts";
import { readWaiting } from "../actions/waiting.ts";
import type { SignedInEnv } from "./api-env.ts";

export const homeRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readHome(c.env, c.var.me)))
  .get("/waiting", async (c) => c.json(await readWaiting(c.env, c.var.me, Date.now())));
