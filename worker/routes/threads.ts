import { Hono } from "hono";
import { z } from "zod";
import { threadKinds } from "../../domain/statuses.ts";
import { markRead } from "../actions/thread-reads.ts";
import { addReply, takeBackReply } from "../actions/thread-replies.ts";
import { acceptSuggestion } from "../actions/thread-suggestions.ts";
import { addThread, closeThread, readThreads, takeBackThread } from "../actions/threads.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

/** Its browser makes it up, so that what is sent twice is there once. */
const id = z.uuid();
const text = z.string().trim().min(1).max(4000);
const ids = z.array(z.string().max(100)).max(30).default([]);
const regulations = z
  .array(z.object({ id: z.string().regex(/^[\w-]{1,64}$/), words: z.string().min(1).max(200) }))
  .max(30)
  .default([]);
const mentions = z.object({ villageIds: ids, personIds: ids, regulations }).prefault({});
/** A Yjs relative position, base64. */
const position = z.base64().min(4).max(400);

const note = z.object({ id, text, mentions });
const thread = note.extend({
  kind: z.enum(threadKinds),
  /** What replaces words within one paragraph has no paragraphs itself. */
  suggestion: z
    .string()
    .max(4000)
    .transform((words) => words.replace(/\s*[\r\n]+\s*/g, " "))
    .nullable()
    .default(null),
  anchor: z.object({ from: position, to: position }),
  quote: z.string().min(1).max(2000),
});
const reading = z.object({ threadIds: z.array(z.string().max(100)).max(300) });

export const threadRoutes = new Hono<SignedInEnv>()
  .get("/:documentId/threads", async (c) =>
    c.json(await readThreads(c.env, c.var.me, c.req.param("documentId"))),
  )
  .post("/:documentId/threads", jsonBody(thread), async (c) =>
    c.json(await addThread(c.env, c.var.me, c.req.param("documentId"), c.req.valid("json"))),
  )
  .put("/:documentId/threads/reading", jsonBody(reading), async (c) => {
    const { threadIds } = c.req.valid("json");
    await markRead(c.env, c.var.me, c.req.param("documentId"), threadIds);
    return c.body(null, 204);
  })
  .delete("/:documentId/threads/:threadId", async (c) => {
    await takeBackThread(c.env, c.var.me, c.req.param());
    return c.body(null, 204);
  })
  .post("/:documentId/threads/:threadId/replies", jsonBody(note), async (c) =>
    c.json(await addReply(c.env, c.var.me, c.req.param(), c.req.valid("json"))),
  )
  .delete("/:documentId/threads/:threadId/replies/:replyId", async (c) =>
    c.json(await takeBackReply(c.env, c.var.me, c.req.param())),
  )
  .put("/:documentId/threads/:threadId/closure", async (c) =>
    c.json(await closeThread(c.env, c.var.me, c.req.param(), true)),
  )
  .delete("/:documentId/threads/:threadId/closure", async (c) =>
    c.json(await closeThread(c.env, c.var.me, c.req.param(), false)),
  )
  .put("/:documentId/threads/:threadId/acceptance", async (c) =>
    c.json(await acceptSuggestion(c.env, c.var.me, c.req.param())),
  );
