import { Hono } from "hono";
import {
  addSource,
  changeProblem,
  makeProblem,
  setProblemAside,
  takeSource,
} from "../actions/problem-changes.ts";
import { readMap, readProblems } from "../actions/problem-map.ts";
import { mergeProblems, separateProblem } from "../actions/problem-merges.ts";
import { readProblem } from "../actions/problem-page.ts";
import { makeProblemModule, proposeProblem } from "../actions/problem-proposals.ts";
import { readSource } from "../actions/problem-sources.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import {
  asideSchema,
  listSchema,
  mergeSchema,
  newProblemSchema,
  problemSchema,
  revisionSchema,
  sourceSchema,
} from "./problem-schemas.ts";
import { queryOf } from "./query-of.ts";

export const problemMapRoutes = new Hono<SignedInEnv>().get("/", async (c) =>
  c.json(await readMap(c.env, c.var.me, Date.now())),
);

export const problemRoutes = new Hono<SignedInEnv>()
  .get("/", queryOf(listSchema), async (c) => {
    const { theme = null, village = null, state = "living", ...rest } = c.req.valid("query");
    const { order = "weight", from = 0 } = rest;
    const question = { theme, village, state, order, from };
    return c.json(await readProblems(c.env, c.var.me, question));
  })
  .post("/", jsonBody(newProblemSchema), async (c) => {
    await makeProblem(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  // Not to be read from an address: it says what somebody looks at.
  .post("/source", jsonBody(sourceSchema), async (c) =>
    c.json(await readSource(c.env, c.var.me, c.req.valid("json"))),
  )
  .post("/merges", jsonBody(mergeSchema), async (c) => {
    await mergeProblems(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/:problemId", async (c) =>
    c.json(await readProblem(c.env, c.var.me, c.req.param("problemId"))),
  )
  .put("/:problemId", jsonBody(problemSchema), async (c) => {
    const order = { ...c.req.valid("json"), id: c.req.param("problemId") };
    await changeProblem(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:problemId/state", jsonBody(asideSchema), async (c) => {
    const order = { ...c.req.valid("json"), id: c.req.param("problemId") };
    await setProblemAside(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:problemId/separation", jsonBody(revisionSchema), async (c) => {
    const order = { ...c.req.valid("json"), id: c.req.param("problemId") };
    await separateProblem(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .post("/:problemId/sources", jsonBody(sourceSchema), async (c) => {
    const order = { problemId: c.req.param("problemId"), source: c.req.valid("json") };
    await addSource(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .delete("/:problemId/sources/:sourceId", async (c) => {
    const { problemId, sourceId } = c.req.param();
    await takeSource(c.env, c.var.me, { problemId, sourceId }, Date.now());
    return c.body(null, 204);
  })
  .post("/:problemId/case", async (c) =>
    c.json(await proposeProblem(c.env, c.var.me, c.req.param("problemId"), Date.now()), 201),
  )
  .post("/:problemId/module", async (c) =>
    c.json(await makeProblemModule(c.env, c.var.me, c.req.param("problemId"), Date.now()), 201),
  );
