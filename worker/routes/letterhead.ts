import { Hono } from "hono";
import { z } from "zod";
import { maxLetterheadLine } from "../../domain/letterhead.ts";
import {
  changeLetterhead,
  putEmblem,
  readEmblemOf,
  readLetterhead,
  readLetterheadOf,
  readOwnEmblem,
  takeEmblem,
} from "../actions/letterhead.ts";
import type { SignedInEnv } from "./api-env.ts";
import { givenFileOf, handOut } from "./attachments.ts";
import { jsonBody } from "./json-body.ts";
import { queryOf } from "./query-of.ts";

const line = z.string().trim().max(maxLetterheadLine);
const lines = z.object({ government: line, office: line, address: line, contact: line });
const seen = z.object({ basedOn: z.coerce.number().int().min(0) });

export const letterheadRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readLetterhead(c.env, c.var.me)))
  .put("/", jsonBody(z.object({ lines, basedOn: z.int().min(0) })), async (c) => {
    await changeLetterhead(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/emblem", async (c) => handOut(c, await readOwnEmblem(c.env, c.var.me)))
  .put("/emblem", queryOf(seen), async (c) => {
    const { basedOn } = c.req.valid("query");
    await putEmblem(
      c.env,
      c.var.me,
      { given: givenFileOf(c, crypto.randomUUID()), basedOn },
      Date.now(),
    );
    return c.body(null, 204);
  })
  .delete("/emblem", queryOf(seen), async (c) => {
    await takeEmblem(c.env, c.var.me, c.req.valid("query").basedOn, Date.now());
    return c.body(null, 204);
  });

/** Under a forum, whose papers bear it. */
export const forumLetterheadRoutes = new Hono<SignedInEnv>()
  .get("/:forumId/letterhead", async (c) =>
    c.json(await readLetterheadOf(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  )
  .get("/:forumId/letterhead/emblem", async (c) =>
    handOut(c, await readEmblemOf(c.env, c.var.me, c.req.param("forumId"), Date.now())),
  );
