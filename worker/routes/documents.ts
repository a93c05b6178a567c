import { Hono } from "hono";
import { readDocument, readWords } from "../actions/documents.ts";
import type { ApiEnv } from "./api-env.ts";
import { requireSession } from "./require-session.ts";

export const documentRoutes = new Hono<ApiEnv>()
  .get("/:documentId", requireSession, async (c) =>
    c.json(await readDocument(c.env, c.var.me, c.req.param("documentId"))),
  )
  .get("/:documentId/reading", requireSession, async (c) =>
    c.body(await readWords(c.env, c.var.me, c.req.param("documentId")), 200, {
      "content-type": "application/json",
    }),
  );
