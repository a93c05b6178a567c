import { Hono } from "hono";
import { z } from "zod";
import { evaluationScales, moduleStatuses } from "../../domain/modules.ts";
import { themes } from "../../domain/statuses.ts";
import {
  askWriter,
  moveModuleOn,
  releaseWriter,
  removeUnusedModule,
} from "../actions/module-changes.ts";
import { evaluateModule } from "../actions/module-evaluations.ts";
import { readModule } from "../actions/module-page.ts";
import { makeModule, readModules } from "../actions/modules.ts";
import type { SignedInEnv } from "./api-env.ts";
import { browserId } from "./browser-id.ts";
import { jsonBody } from "./json-body.ts";

const newModule = z.object({ id: browserId, title: z.string().max(2000), theme: z.enum(themes) });
const request = z.object({ request: z.string().max(2000) });
const evaluation = z.object({
  scales: z.record(z.enum(evaluationScales), z.int().min(1).max(4)),
  word: z.string().max(4000),
});

export const moduleRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readModules(c.env, c.var.me)))
  .post("/", jsonBody(newModule), async (c) => {
    return c.json(await makeModule(c.env, c.var.me, c.req.valid("json"), Date.now()), 201);
  })
  .get("/:moduleId", async (c) =>
    c.json(await readModule(c.env, c.var.me, c.req.param("moduleId"))),
  )
  .delete("/:moduleId", async (c) => {
    await removeUnusedModule(c.env, c.var.me, c.req.param("moduleId"), Date.now());
    return c.body(null, 204);
  })
  .put("/:moduleId/status", jsonBody(z.object({ to: z.enum(moduleStatuses) })), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await moveModuleOn(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:moduleId/writers/:personId", jsonBody(request), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await askWriter(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/:moduleId/writers/:personId", async (c) => {
    await releaseWriter(c.env, c.var.me, c.req.param(), Date.now());
    return c.body(null, 204);
  })
  .put("/:moduleId/evaluations/:forumId", jsonBody(evaluation), async (c) => {
    const order = { ...c.req.valid("json"), ...c.req.param() };
    await evaluateModule(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  });
