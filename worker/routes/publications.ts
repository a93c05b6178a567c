import { Hono } from "hono";
import { z } from "zod";
import { publicKinds } from "../../domain/publication/public-content.ts";
import { notFound } from "../../domain/refusals.ts";
import {
  previewPublication,
  publish,
  readPublication,
  withdrawPublication,
} from "../actions/publications.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const choice = z.object({
  parts: z.array(z.string().max(64)).max(100).nullable(),
  namesVillages: z.boolean(),
  shown: z.array(z.string().max(200)).max(500),
});
const order = choice.extend({ id: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) });

function kindOf(kind: string) {
  const known = publicKinds.find((each) => each === kind);
  if (known === undefined) throw notFound();
  return known;
}

/** What the camat puts before the public, and takes back. */
export const publicationRoutes = new Hono<SignedInEnv>()
  .get("/:kind/:subjectId", async (c) => {
    const { kind, subjectId } = c.req.param();
    return c.json(await readPublication(c.env, c.var.me, kindOf(kind), subjectId));
  })
  .post("/:kind/:subjectId/preview", jsonBody(choice), async (c) => {
    const { kind, subjectId } = c.req.param();
    const asked = { ...c.req.valid("json"), kind: kindOf(kind), subjectId };
    return c.json(await previewPublication(c.env, c.var.me, asked));
  })
  .put("/:kind/:subjectId", jsonBody(order), async (c) => {
    const { kind, subjectId } = c.req.param();
    const given = { ...c.req.valid("json"), kind: kindOf(kind), subjectId };
    await publish(c.env, c.var.me, given, Date.now());
    return c.body(null, 204);
  })
  .delete("/:kind/:subjectId", async (c) => {
    const { kind, subjectId } = c.req.param();
    await withdrawPublication(c.env, c.var.me, kindOf(kind), subjectId, Date.now());
    return c.body(null, 204);
  });
