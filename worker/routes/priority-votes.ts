import { Hono } from "hono";
import { giveBallot } from "../actions/priority-ballots.ts";
import { changeVoters, endVote, openVote, readVote, readVotes } from "../actions/priority-votes.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";
import { ballotSchema, newVoteSchema, votersSchema } from "./problem-schemas.ts";

export const priorityVoteRoutes = new Hono<SignedInEnv>()
  .get("/", async (c) => c.json(await readVotes(c.env, c.var.me, Date.now())))
  .post("/", jsonBody(newVoteSchema), async (c) => {
    await openVote(c.env, c.var.me, c.req.valid("json"), Date.now());
    return c.body(null, 204);
  })
  .get("/:voteId", async (c) =>
    c.json(await readVote(c.env, c.var.me, c.req.param("voteId"), Date.now())),
  )
  .put("/:voteId/villages", jsonBody(votersSchema), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await changeVoters(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  })
  .put("/:voteId/closure", async (c) => {
    await endVote(c.env, c.var.me, c.req.param("voteId"), Date.now());
    return c.body(null, 204);
  })
  .put("/:voteId/ballot", jsonBody(ballotSchema), async (c) => {
    const order = { ...c.req.param(), ...c.req.valid("json") };
    await giveBallot(c.env, c.var.me, order, Date.now());
    return c.body(null, 204);
  });
