import { Hono, type TypedResponse } from "hono";
import { z } from "zod";
import {
  compareMoments,
  readHistory,
  readStretches,
  type SentComparison,
} from "../actions/history.ts";
import { exportRecord } from "../actions/history-record.ts";
import { restoreMoment } from "../actions/history-restoration.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { queryOf } from "./query-of.ts";

const place = z.coerce.number().int().min(0);
const moments = z.object({ from: place, to: place });
const restoration = z.object({
  place: z.int().min(1),
  sectionId: z.string().min(1).max(100).nullable(),
});
const timeline = z.object({
  before: place.optional(),
  author: z.string().max(200).optional(),
  village: z.string().max(100).optional(),
  sectionId: z.string().max(100).optional(),
  day: z.iso.date().optional(),
  words: z.string().trim().min(1).max(200).optional(),
});

export const historyRoutes = new Hono<SignedInEnv>()
  .get("/:documentId/history", async (c) =>
    c.json(await readHistory(c.env, c.var.me, c.req.param("documentId"))),
  )
  .get("/:documentId/history/record.csv", async (c) =>
    c.body(await exportRecord(c.env, c.var.me, c.req.param("documentId"), "csv"), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="riwayat.csv"',
    }),
  )
  .get("/:documentId/history/record.json", async (c) =>
    c.body(await exportRecord(c.env, c.var.me, c.req.param("documentId"), "json"), 200, {
      "content-type": "application/json",
      "content-disposition": 'attachment; filename="riwayat.json"',
    }),
  )
  .get("/:documentId/history/stretches", queryOf(timeline), async (c) =>
    c.json(await readStretches(c.env, c.var.me, c.req.param("documentId"), c.req.valid("query"))),
  )
  .put("/:documentId/history/restoration", jsonBody(restoration), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    return c.json(await restoreMoment(c.env, c.var.me, order, Date.now()));
  })
  .get("/:documentId/history/comparison", queryOf(moments), async (c) => {
    const json = await compareMoments(
      ...([c.env, c.var.me, c.req.param("documentId"), c.req.valid("query")] as const),
    );
    const answer = c.body(json, 200, { "content-type": "application/json" });
    // It is written already, and the client is to know its type.
    return answer as unknown as TypedResponse<SentComparison, 200, "json">;
  });
