import { Hono } from "hono";
import { readDocument, readWords } from "../actions/documents.ts";
import type { SignedInEnv } from "./api-env.ts";

export const documentRoutes = new Hono<SignedInEnv>()
  .get("/:documentId", async (c) =>
    c.json(await readDocument(c.env, c.var.me, c.req.param("documentId"))),
  )
  .get("/:documentId/reading", async (c) =>
    c.body(await readWords(c.env, c.var.me, c.req.param("documentId")), 200, {
      "content-type": "application/json",
    }),
  );
