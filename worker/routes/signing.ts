import { Hono } from "hono";
import { z } from "zod";
import { villageAnswerKinds } from "../../domain/statuses.ts";
import { beginCorrection } from "../actions/corrections.ts";
import { checkFingerprint, sendBack, signDocument } from "../actions/sign-offs.ts";
import { readSignedFile, submitDocument } from "../actions/submissions.ts";
import { answerForVillage } from "../actions/village-answers.ts";
import type { ApiEnv, SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const reason = z.string().trim().max(2000);
/** Of the version that somebody saw. */
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const answerBody = z.object({
  fingerprint,
  answer: z.enum(villageAnswerKinds),
  reason: reason.default(""),
});

/** A document's way from Ajukan to Terbitkan. */
export const signingRoutes = new Hono<SignedInEnv>()
  .post("/:documentId/submission", async (c) =>
    c.json(await submitDocument(c.env, c.var.me, c.req.param("documentId"), Date.now()), 201),
  )
  .put("/:documentId/submission/answer", jsonBody(answerBody), async (c) => {
    const answer = { ...c.req.param(), ...c.req.valid("json") };
    await answerForVillage(c.env, c.var.me, answer, Date.now());
    return c.body(null, 204);
  })
  .put("/:documentId/sign-off", jsonBody(z.object({ fingerprint })), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await signDocument(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:documentId/return", jsonBody(z.object({ reason })), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await sendBack(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .post("/:documentId/correction", async (c) =>
    c.json(await beginCorrection(c.env, c.var.me, c.req.param("documentId"), Date.now()), 201),
  )
  .get("/:documentId/signed-file", async (c) => {
    const { documentId } = c.req.param();
    const file = await readSignedFile(c.env, c.var.me, documentId);
    c.header("content-disposition", `attachment; filename="dokumen-${documentId}.json"`);
    return c.json(file);
  });

export const fingerprintRoutes = new Hono<ApiEnv>().get("/:fingerprint", async (c) =>
  c.json(await checkFingerprint(c.env, c.req.param("fingerprint"))),
);
