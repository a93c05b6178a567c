import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { maxListRows } from "../../domain/people-list.ts";
import { listTooLong } from "../../domain/refusals/people.ts";
import { districtRoles, forumRoles } from "../../domain/roles.ts";
import { inviteByLink, revokeInvitations } from "../actions/invitations.ts";
import { listPeople } from "../actions/people.ts";
import { addPerson, importPeople, previewPeople } from "../actions/people-import.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

/** As long as anybody may type it; what is too long for a name is for the reading of the line. */
const words = z.string().max(1000);
const rowFields = { name: words, position: words, village: words, office: words, phone: words };
const place = z.object({ forumId: z.string().max(100), role: z.enum(forumRoles) }).nullable();
const list = z.object({
  rows: z
    .array(z.object({ ...rowFields, line: z.int().min(1) }))
    .min(1)
    .max(maxListRows),
  place,
});
const onePerson = z.object({
  ...rowFields,
  place,
  districtRole: z.enum(districtRoles).nullable(),
});
const linksFor = z.object({
  personIds: z.array(z.string().max(100)).min(1).max(200),
  forumId: z.string().max(100).nullable(),
});

/** Before the schema, whose own words would name a field. */
const requireShortList = createMiddleware<SignedInEnv>(async (c, next) => {
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body === "object" && body !== null && "rows" in body && Array.isArray(body.rows)) {
    if (body.rows.length > maxListRows) throw listTooLong(maxListRows);
  }
  await next();
});

export const peopleRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await listPeople(c.env, c.var.me, Date.now())))
  .post("/", jsonBody(onePerson), async (c) => {
    const { place, districtRole, ...row } = c.req.valid("json");
    const order = { row: { ...row, line: 1 }, place, districtRole };
    return c.json(await addPerson(c.env, c.var.me, order, Date.now()), 201);
  })
  .post("/preview", requireShortList, jsonBody(list), async (c) =>
    c.json(await previewPeople(c.env, c.var.me, c.req.valid("json"))),
  )
  .post("/import", requireShortList, jsonBody(list), async (c) =>
    c.json(await importPeople(c.env, c.var.me, c.req.valid("json"), Date.now())),
  )
  .post("/links", jsonBody(linksFor), async (c) => {
    const { origin } = new URL(c.req.url);
    const order = { ...c.req.valid("json"), origin };
    return c.json(await inviteByLink(c.env, c.var.me, order, Date.now()));
  })
  .delete("/:personId/links", async (c) => {
    await revokeInvitations(c.env, c.var.me, c.req.param("personId"), Date.now());
    return c.body(null, 204);
  });
