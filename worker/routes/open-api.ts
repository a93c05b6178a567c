import { Hono } from "hono";
import { describedApi } from "../openapi/described-api.ts";
import type { ApiEnv } from "./api-env.ts";

/** How other systems learn what they can read; no data stands in it. */
export const openApiRoutes = new Hono<ApiEnv>().get("/", (c) =>
  c.body(describedApi(), 200, { "content-type": "application/json; charset=utf-8" }),
);
