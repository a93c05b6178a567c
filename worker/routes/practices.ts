import { Hono } from "hono";
import { z } from "zod";
import { themes } from "../../domain/statuses.ts";
import {
  adoptPractice,
  changePractice,
  readPractice,
  readPractices,
  sharePractice,
  takePracticeBack,
  undoAdoption,
} from "../actions/practices.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { queryOf } from "./query-of.ts";

const words = z.object({
  theme: z.enum(themes),
  title: z.string().max(200),
  situation: z.string().max(3000),
  deed: z.string().max(3000),
  cost: z.string().max(500),
  result: z.string().max(3000),
  contactOffice: z.string().max(200),
});
/** Its browser makes it up, so that what is sent twice is there once. */
const shared = words.extend({ id: z.uuid() });
const changed = words.extend({ basedOn: z.int() });
/** `basedOn`: what its village said before, null where nothing was seen. */
const adoption = z.object({
  changes: z.string().max(1500),
  basedOn: z.string().max(1500).nullable().default(null),
});
const filter = z.object({
  theme: z.enum(themes).optional(),
  village: z.string().max(64).optional(),
  search: z.string().max(200).optional(),
});

export const practiceRoutes = new Hono<SignedInEnv>()
  .get("/", queryOf(filter), async (c) => {
    const { theme = null, village: villageId = null, search = "" } = c.req.valid("query");
    return c.json(await readPractices(c.env, c.var.me, { theme, villageId, search }));
  })
  .post("/", jsonBody(shared), async (c) => {
    await sharePractice(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/:practiceId", async (c) =>
    c.json(await readPractice(c.env, c.var.me, c.req.param("practiceId"))),
  )
  .put("/:practiceId", jsonBody(changed), async (c) => {
    const { practiceId } = c.req.param();
    await changePractice(c.env, c.var.me, practiceId, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .delete("/:practiceId", async (c) => {
    await takePracticeBack(c.env, c.var.me, c.req.param("practiceId"), Date.now());
    return c.body(null, 204);
  })
  .put("/:practiceId/adoption", jsonBody(adoption), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await adoptPractice(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/:practiceId/adoption", async (c) => {
    await undoAdoption(c.env, c.var.me, c.req.param("practiceId"), Date.now());
    return c.body(null, 204);
  });
