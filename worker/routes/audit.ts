import { Hono } from "hono";
import { z } from "zod";
import { auditActions, auditSubjects } from "../../domain/audit.ts";
import { readAuditChoices, readAuditLog } from "../actions/audit-log.ts";
import { checkAuditLog } from "../actions/audit-log-check.ts";
import { exportAuditLog } from "../actions/audit-log-csv.ts";
import type { SignedInEnv } from "./api-env.ts";
import { queryOf } from "./query-of.ts";

const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const id = z.string().min(1).max(100);

const districtQuery = z.object({ district: id.optional() });

const questionQuery = districtQuery.extend({
  person: id.optional(),
  action: z.enum(auditActions).optional(),
  subjectKind: z.enum(auditSubjects).optional(),
  subject: id.optional(),
  forum: id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const checkQuery = districtQuery
  .extend({ after: seq.optional(), hash: z.string().max(100).optional() })
  .refine(({ after, hash }) => (after === undefined) === (hash === undefined), { path: ["hash"] });

export const auditRoutes = new Hono<SignedInEnv>()
  .get("/", queryOf(questionQuery.extend({ before: seq.optional() })), async (c) => {
    const { before, ...question } = c.req.valid("query");
    return c.json(await readAuditLog(c.env, c.var.me, question, before));
  })
  .get("/choices", queryOf(districtQuery), async (c) =>
    c.json(await readAuditChoices(c.env, c.var.me, c.req.valid("query").district)),
  )
  .get("/check", queryOf(checkQuery), async (c) => {
    const { district, after, hash } = c.req.valid("query");
    const from = after === undefined || hash === undefined ? null : { seq: after, hash };
    return c.json(await checkAuditLog(c.env, c.var.me, district, from));
  });

/** The next part begins after the row that the header `x-next-after` names. */
// Not read: it is recorded, which no other site's link may do in somebody's name.
export const auditCsvRoutes = new Hono<SignedInEnv>().post(
  "/",
  queryOf(questionQuery.extend({ after: seq.default(0) })),
  async (c) => {
    const { after, ...question } = c.req.valid("query");
    const part = await exportAuditLog(c.env, c.var.me, question, after, Date.now());
    return c.body(part.csv, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="catatan-peristiwa.csv"',
      ...(part.after === null ? {} : { "x-next-after": `${part.after}` }),
    });
  },
);
