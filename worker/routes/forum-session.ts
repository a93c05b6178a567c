import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { pollAnswers } from "../../domain/poll-answers.ts";
import {
  askForTurn,
  chooseItem,
  goTo,
  leadAct,
  removeTurn,
  takeLead,
  vote,
} from "../actions/forum-session-acts.ts";
import { readSession } from "../actions/forum-session-page.ts";
import { noteItemEnded } from "../actions/note-versions.ts";
import type { SignedInEnv } from "./api-env.ts";
import { jsonBody } from "./json-body.ts";

const id = z.string().min(1).max(64);
const itemBody = z.object({ itemId: id.nullable() });
const timerBody = z.union([
  z.object({ itemId: id, isPaused: z.boolean() }),
  z.object({ itemId: id, minutes: z.int().min(1).max(600) }),
]);
const turnBody = z.union([
  z.object({ has: z.enum(["floor", "spoken"]) }),
  z.object({ position: z.int().min(0).max(200) }),
]);
const placeBody = z.object({
  leadId: id,
  documentId: id,
  containerId: id.nullable(),
  block: z.int().min(0).max(100_000).nullable(),
});
/** The browser names a poll, so that what is sent twice opens one. */
const pollBody = z.object({ id: z.uuid(), question: z.string().trim().min(1).max(200) });
const voteBody = z.object({ pollId: id, answer: z.enum(pollAnswers) });

export const forumSessionRoutes = new Hono<SignedInEnv>()
  .get("/:forumId/session", async (c) =>
    c.json(await readSession(c.env, c.var.me, c.req.param("forumId"))),
  )
  .put("/:forumId/session/item", jsonBody(itemBody), async (c) => {
    const { forumId } = c.req.param();
    const ended = await chooseItem(c.env, c.var.me, forumId, c.req.valid("json").itemId);
    // Whoever leads does not wait for the documents' rooms.
    if (ended) waitUntil(noteItemEnded(c.env, forumId, ended, c.var.me.person.id));
    return c.body(null, 204);
  })
  .put("/:forumId/session/timer", jsonBody(timerBody), async (c) => {
    const wanted = c.req.valid("json");
    await leadAct(
      c.env,
      c.var.me,
      c.req.param("forumId"),
      "isPaused" in wanted ? { kind: "pauseItem", ...wanted } : { kind: "setDuration", ...wanted },
    );
    return c.body(null, 204);
  })
  .post("/:forumId/session/turns", async (c) => {
    await askForTurn(c.env, c.var.me, c.req.param("forumId"));
    return c.body(null, 204);
  })
  .put("/:forumId/session/turns/:turnId", jsonBody(turnBody), async (c) => {
    const wanted = c.req.valid("json");
    const { forumId, turnId } = c.req.param();
    await leadAct(
      c.env,
      c.var.me,
      forumId,
      "position" in wanted
        ? { kind: "moveTurn", turnId, ...wanted }
        : { kind: wanted.has === "floor" ? "giveFloor" : "endTurn", turnId },
    );
    return c.body(null, 204);
  })
  .delete("/:forumId/session/turns/:turnId", async (c) => {
    const { forumId, turnId } = c.req.param();
    await removeTurn(c.env, c.var.me, forumId, turnId);
    return c.body(null, 204);
  })
  .put("/:forumId/session/lead", jsonBody(z.object({ insteadOf: id.nullable() })), async (c) => {
    const { insteadOf } = c.req.valid("json");
    return c.json(await takeLead(c.env, c.var.me, c.req.param("forumId"), insteadOf));
  })
  .delete("/:forumId/session/lead/:leadId", async (c) => {
    const { forumId, leadId } = c.req.param();
    await leadAct(c.env, c.var.me, forumId, { kind: "stopLeading", leadId });
    return c.body(null, 204);
  })
  .put("/:forumId/session/place", jsonBody(placeBody), async (c) => {
    await goTo(c.env, c.var.me, c.req.param("forumId"), c.req.valid("json"));
    return c.body(null, 204);
  })
  .post("/:forumId/session/polls", jsonBody(pollBody), async (c) => {
    const poll = c.req.valid("json");
    await leadAct(c.env, c.var.me, c.req.param("forumId"), { kind: "openPoll", ...poll });
    return c.body(null, 204);
  })
  .put(
    "/:forumId/session/polls/:pollId",
    jsonBody(z.object({ isOpen: z.boolean() })),
    async (c) => {
      const { forumId, pollId } = c.req.param();
      const { isOpen } = c.req.valid("json");
      await leadAct(c.env, c.var.me, forumId, { kind: "setPollOpen", pollId, isOpen });
      return c.body(null, 204);
    },
  )
  .put("/:forumId/session/vote", jsonBody(voteBody), async (c) => {
    const { pollId, answer } = c.req.valid("json");
    await vote(c.env, c.var.me, c.req.param("forumId"), pollId, answer);
    return c.body(null, 204);
  });
