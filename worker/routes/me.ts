import { Hono } from "hono";
import { describeMe } from "../actions/sessions.ts";
import type { SignedInEnv } from "./api-env.ts";

export const meRoutes = new Hono<SignedInEnv>().get("/", (c) => c.json(describeMe(c.var.me)));
