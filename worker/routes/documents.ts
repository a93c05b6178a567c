import { Hono } from "hono";
import { z } from "zod";
import { documentStatuses } from "../../domain/statuses.ts";
import { readDocument, readWords } from "../actions/documents.ts";
import { moveDocument } from "../actions/move-document.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

export const documentRoutes = new Hono<SignedInEnv>()
  .get("/:documentId", async (c) =>
    c.json(await readDocument(c.env, c.var.me, c.req.param("documentId"))),
  )
  .get("/:documentId/reading", async (c) =>
    c.body(await readWords(c.env, c.var.me, c.req.param("documentId")), 200, {
      "content-type": "application/json",
    }),
  )
  .put("/:documentId/status", jsonBody(z.object({ to: z.enum(documentStatuses) })), async (c) => {
    await moveDocument(c.env, c.var.me, c.req.param("documentId"), c.req.valid("json").to);
    return c.body(null, 204);
  });
