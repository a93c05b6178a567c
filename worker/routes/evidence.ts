import { Hono } from "hono";
import { z } from "zod";
import {
  evidenceNumbers,
  evidenceSubjects,
  indicatorStatuses,
  maxIndicatorWords,
  maxNoteLength,
  proofKinds,
} from "../../domain/evidence/evidence-lists.ts";
import { notFound } from "../../domain/refusals.ts";
import { exportEvidence, readEvidence } from "../actions/evidence.ts";
import { readEvidenceChanges } from "../actions/evidence-changes.ts";
import {
  addIndicator,
  changeIndicator,
  moveIndicatorOffList,
  orderIndicatorList,
} from "../actions/evidence-indicators.ts";
import { readNumber, readNumbers } from "../actions/evidence-numbers.ts";
import {
  addEvidenceFile,
  addProof,
  readEvidenceFile,
  takeEvidenceFile,
  takeProof,
} from "../actions/evidence-proofs.ts";
import type { SignedInEnv } from "./api-env.ts";
import { givenFileOf, handOut } from "./attachments.ts";
import { browserId } from "./browser-id.ts";
import { jsonBody } from "./json-body.ts";
import { queryOf } from "./query-of.ts";

const id = z.string().min(1).max(100);
const words = z.string().trim().max(maxIndicatorWords);
const period = z.object({ from: z.iso.date(), to: z.iso.date() });
const subject = z.object({ subjectKind: z.enum(evidenceSubjects), subjectId: id });

const wording = z.object({
  number: z.string().trim().max(20),
  name: words.min(1),
  level3: words,
  level2: words,
  level1: words,
  proof: words,
  systemNumber: z.enum(evidenceNumbers).nullable(),
});
const changes = wording
  .extend({
    status: z.enum(indicatorStatuses),
    level: z.int().min(0).max(3).nullable(),
    note: z.string().trim().max(maxNoteLength),
  })
  .partial();
const changeSchema = z
  .object({ changes, basedOn: changes })
  .refine((each) => Object.keys(each.changes).every((name) => name in each.basedOn), {
    path: ["basedOn"],
  });
const orderSchema = z.object({ ids: z.array(id).max(200), basedOn: z.array(id).max(200) });
const proofSchema = subject.extend({
  id: browserId,
  kind: z.enum(proofKinds),
  forumId: id.optional(),
  url: z.string().trim().max(1000).optional(),
  words: z.string().trim().max(1000),
});

export const evidenceRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readEvidence(c.env, c.var.me)))
  .get("/changes", queryOf(subject.partial()), async (c) => {
    const { subjectKind, subjectId } = c.req.valid("query");
    const thing = subjectKind && subjectId ? { subjectKind, subjectId } : null;
    return c.json(await readEvidenceChanges(c.env, c.var.me, thing));
  })
  .get("/numbers", queryOf(period), async (c) =>
    c.json(await readNumbers(c.env, c.var.me, c.req.valid("query"))),
  )
  .get("/numbers/:number", queryOf(period), async (c) => {
    const number = z.enum(evidenceNumbers).safeParse(c.req.param("number"));
    if (!number.success) throw notFound();
    return c.json(await readNumber(c.env, c.var.me, number.data, c.req.valid("query")));
  })
  // Not read: it is recorded, which no other site's link may do in somebody's name.
  .post("/export", jsonBody(period), async (c) =>
    c.json(await exportEvidence(c.env, c.var.me, c.req.valid("json"), Date.now())),
  )
  .post("/indicators", jsonBody(wording.extend({ id: browserId })), async (c) => {
    const fields = { ...c.req.valid("json"), status: "notStarted", level: null, note: "" } as const;
    return c.json(await addIndicator(c.env, c.var.me, fields, Date.now()), 201);
  })
  .put("/indicators", jsonBody(orderSchema), async (c) => {
    await orderIndicatorList(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .patch("/indicators/:indicatorId", jsonBody(changeSchema), async (c) => {
    const order = { indicatorId: c.req.param("indicatorId"), ...c.req.valid("json") };
    await changeIndicator(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/indicators/:indicatorId", async (c) => {
    const order = { indicatorId: c.req.param("indicatorId"), isOff: true };
    await moveIndicatorOffList(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/indicators/:indicatorId/restoration", async (c) => {
    const order = { indicatorId: c.req.param("indicatorId"), isOff: false };
    await moveIndicatorOffList(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .post("/proofs", jsonBody(proofSchema), async (c) =>
    c.json(await addProof(c.env, c.var.me, c.req.valid("json"), Date.now()), 201),
  )
  .delete("/proofs/:proofId", async (c) => {
    await takeProof(c.env, c.var.me, c.req.param("proofId"), Date.now());
    return c.body(null, 204);
  });

/** Beside an indicator or a stage; hardened as other files are. */
export const evidenceFileRoutes = new Hono<SignedInEnv>()
  .post("/", queryOf(subject.extend({ id: browserId })), async (c) => {
    const { id: fileId, ...beside } = c.req.valid("query");
    const given = givenFileOf(c, fileId);
    return c.json(await addEvidenceFile(c.env, c.var.me, beside, given, Date.now()), 201);
  })
  .get("/:fileId", async (c) =>
    handOut(c, await readEvidenceFile(c.env, c.var.me, c.req.param("fileId"))),
  )
  .delete("/:fileId", async (c) => {
    await takeEvidenceFile(c.env, c.var.me, c.req.param("fileId"), Date.now());
    return c.body(null, 204);
  });
