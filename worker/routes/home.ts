import { Hono } from "hono";
import { readHome } from "../actions/home.ts";
import type { SignedInEnv } from "./api-env.ts";

export const homeRoutes = new Hono<SignedInEnv>().get("/", async (c) =>
  c.json(await readHome(c.env, c.var.me)),
);
