import { Hono } from "hono";
import { z } from "zod";
import {
  apiAgreements,
  apiDocuments,
  apiFollowUps,
  apiForums,
  apiNumbers,
} from "../../domain/api-v1.ts";
import {
  listAgreements,
  listDocuments,
  listFollowUps,
  listForums,
  listNumbers,
} from "../actions/api-reading.ts";
import { answersWith } from "../openapi/described-routes.ts";
import type { KeyEnv } from "./api-env.ts";
import { queryOf } from "./query-of.ts";

const pages = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
const period = z.object({ from: z.iso.date(), to: z.iso.date() });

/** What other systems read with a key; `routeAccess` says which scope opens what. */
export const apiV1Routes = new Hono<KeyEnv>()
  .get("/forums", queryOf(pages), answersWith(apiForums), async (c) =>
    c.json(await listForums(c.env, { ...c.var.key, ...c.req.valid("query") })),
  )
  .get("/agreements", queryOf(pages), answersWith(apiAgreements), async (c) =>
    c.json(await listAgreements(c.env, { ...c.var.key, ...c.req.valid("query") })),
  )
  .get("/follow-ups", queryOf(pages), answersWith(apiFollowUps), async (c) =>
    c.json(await listFollowUps(c.env, { ...c.var.key, ...c.req.valid("query") }, Date.now())),
  )
  .get("/documents", queryOf(pages), answersWith(apiDocuments), async (c) =>
    c.json(await listDocuments(c.env, { ...c.var.key, ...c.req.valid("query") })),
  )
  .get("/numbers", queryOf(period), answersWith(apiNumbers), async (c) =>
    c.json(await listNumbers(c.env, c.var.key, c.req.valid("query"))),
  );
