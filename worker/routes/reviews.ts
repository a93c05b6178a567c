import { Hono } from "hono";
import { z } from "zod";
import { addReviewNote, closeReview, readReview, takeBackReviewNote } from "../actions/reviews.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const place = z.int().min(0);
const text = z.string().trim().min(1).max(4000);
const noteBody = z.union([
  z.object({ text, versionId: z.string().min(1).max(100) }),
  z.object({ text, place, from: place.optional() }),
]);

export const reviewRoutes = new Hono<SignedInEnv>()
  .get("/:documentId/review", async (c) =>
    c.json(await readReview(c.env, c.var.me, c.req.param("documentId"))),
  )
  .put("/:documentId/review", jsonBody(z.object({ place })), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await closeReview(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .post("/:documentId/review-notes", jsonBody(noteBody), async (c) => {
    const { text: words, ...on } = c.req.valid("json");
    const note = { ...c.req.param(), text: words, on };
    return c.json(await addReviewNote(c.env, c.var.me, note, Date.now()), 201);
  })
  .delete("/:documentId/review-notes/:noteId", async (c) => {
    await takeBackReviewNote(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  });
