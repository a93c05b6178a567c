import { type Actor, can } from "../../domain/permissions.ts";
import {
  notInSession,
  pollClosed,
  pollOpen,
  sessionCrowded,
  sessionMovedOn,
  somebodyLeads,
} from "../../domain/refusals/live.ts";
import { notAllowed, notFound, type Refusal } from "../../domain/refusals.ts";
import type { ActRefusal, SessionAct } from "../../party/forum/acts.ts";
import { type ForumRow, findForum } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { forumRoomPrefix } from "../db/open-rooms.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { actorOf } from "./actor.ts";

/** A forum that is in session, as somebody who may do what they ask for sees it. */
export interface Session {
  forum: ForumRow;
  actor: Actor;
  act(act: SessionAct): Promise<void>;
}

/** @throws notFound, notAllowed, notInSession */
export async function enterSession(
  env: Env,
  me: SignedIn,
  forumId: string,
  may: (actor: Actor, forum: ForumRow) => boolean,
): Promise<Session> {
  const found = await findForum(openDatabase(env), forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  if (!may(actor, forum)) throw notAllowed();
  if (forum.status !== "inSession") throw notInSession();
  return { forum, actor, act: (act) => actIn(env, forum.id, act) };
}

export function mayLead(actor: Actor, { leaderPersonId }: ForumRow): boolean {
  return can(actor, "forum.lead", { askedPersonId: leaderPersonId });
}

/** What is dealt with now; null between two items, and where the session does not answer. */
export async function currentItem(
  env: Env,
  forumId: string,
): Promise<{ id: string; title: string } | null> {
  try {
    return await env.FORUM_ROOM.getByName(forumRoomPrefix + forumId).currentItem();
  } catch (error) {
    logBug(error);
    return null;
  }
}

/** The forum's data changed: whoever is in its session is told. */
export async function tellSession(env: Env, forumId: string): Promise<void> {
  await env.FORUM_ROOM.getByName(forumRoomPrefix + forumId)
    .forumChanged()
    .catch(logBug);
}

async function actIn(env: Env, forumId: string, act: SessionAct): Promise<void> {
  const refused = await env.FORUM_ROOM.getByName(forumRoomPrefix + forumId).act(act);
  if (refused !== null) throw refusalOf(refused);
}

function refusalOf(refused: ActRefusal): Refusal {
  switch (refused.refusal) {
    case "movedOn":
      return sessionMovedOn();
    case "notYours":
      return notAllowed();
    case "pollOpen":
      return pollOpen();
    case "pollClosed":
      return pollClosed();
    case "tooMany":
      return sessionCrowded();
    case "somebodyLeads":
      return somebodyLeads(refused.lead.name);
  }
}
