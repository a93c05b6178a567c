import { Hono } from "hono";
import { z } from "zod";
import { programStages } from "../../domain/evidence/evidence-lists.ts";
import { notFound } from "../../domain/refusals.ts";
import { changeStage, readStages } from "../actions/program-stages.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const day = z.iso.date().nullable();
const days = z.object({ plannedOn: day, begunOn: day, doneOn: day });

export const programStageRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readStages(c.env, c.var.me, Date.now())))
  .put("/:stage", jsonBody(z.object({ days, basedOn: days })), async (c) => {
    const stage = z.enum(programStages).safeParse(c.req.param("stage"));
    if (!stage.success) throw notFound();
    const order = { stage: stage.data, ...c.req.valid("json") };
    await changeStage(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  });
