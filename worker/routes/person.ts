import { Hono } from "hono";
import { z } from "zod";
import { notFound } from "../../domain/refusals.ts";
import { type DistrictRole, districtRoles } from "../../domain/roles.ts";
import { readPerson, requireCare } from "../actions/person-care.ts";
import { createCode } from "../actions/person-care-code.ts";
import { correctPerson } from "../actions/person-care-correction.ts";
import { removePerson } from "../actions/person-care-removal.ts";
import { giveRole, takeRole } from "../actions/roles.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { correctionSchema } from "./person-schemas.ts";

/** Looking after one person; roles too, which the camat gives and takes. */
export const personRoutes = new Hono<SignedInEnv>()
  .get("/:personId", async (c) =>
    c.json(await readPerson(c.env, c.var.me, c.req.param("personId"), Date.now())),
  )
  .patch("/:personId", jsonBody(correctionSchema), async (c) => {
    const { person } = await requireCare(c.env, c.var.me, c.req.param("personId"));
    await correctPerson(c.env, c.var.me, person, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .delete("/:personId", async (c) => {
    await removePerson(c.env, c.var.me, c.req.param("personId"), Date.now());
    return c.body(null, 204);
  })
  .post("/:personId/code", async (c) =>
    c.json(await createCode(c.env, c.var.me, c.req.param("personId"), Date.now())),
  )
  .put("/:personId/roles/:role", async (c) => {
    const role = readRole(c.req.param("role"));
    await giveRole(c.env, c.var.me, c.req.param("personId"), role, Date.now());
    return c.body(null, 204);
  })
  .delete("/:personId/roles/:role", async (c) => {
    const role = readRole(c.req.param("role"));
    await takeRole(c.env, c.var.me, c.req.param("personId"), role, Date.now());
    return c.body(null, 204);
  });

function readRole(text: string): DistrictRole {
  const { data } = z.enum(districtRoles).safeParse(text);
  if (data === undefined) throw notFound();
  return data;
}
