import { type Actor, actorIn, can } from "../../domain/permissions.ts";
import { type ForumKnock, findForumKnocksOf } from "../../worker/db/forum-knocks.ts";
import { openDatabase } from "../../worker/db/open.ts";
import type { Env } from "../../worker/env.ts";
import { mayExist } from "../../worker/may-exist.ts";
import type { SessionPerson } from "./session-person.ts";

/**
 * As whom somebody listens to a forum: decided so at the door, and again by the room (R4).
 * @param decidedAt when the rights were read, ms since 1970
 * @returns null for whoever may not see the forum
 */
export function sessionPersonOf(
  { me, found }: ForumKnock,
  decidedAt: number,
): SessionPerson | null {
  if (found === null) return null;
  const { forum, ownRoles } = found;
  const { person, sessionId, sessionEndsAt } = me;
  const actor = actorIn(
    { id: forum.districtId, inspectorateSees: forum.inspectorateSees },
    {
      id: person.id,
      villageId: person.village?.id ?? null,
      districtId: me.district.id,
      districtRoles: me.roles,
    },
    ownRoles,
  );
  if (!can(actor, "forum.see", forum)) return null;
  const { id: personId, name, village, office } = person;
  const seesDrafts = seesEachDocument(actor);
  return { personId, name, village, office, seesDrafts, sessionId, sessionEndsAt, decidedAt };
}

/**
 * What the people of these sessions are in the forum now: null for who may not see it, nothing at
 * all for who is not signed in any more.
 */
export async function askSessionRights(
  env: Pick<Env, "DB" | "DEMO_PEOPLE">,
  forumId: string,
  sessionIds: readonly string[],
): Promise<Map<string, SessionPerson | null>> {
  const decidedAt = Date.now();
  const knocks = await findForumKnocksOf(openDatabase(env), sessionIds, forumId, decidedAt);
  const signedIn = knocks.filter(({ me }) => mayExist(me.person, env));
  return new Map(signedIn.map((knock) => [knock.me.sessionId, sessionPersonOf(knock, decidedAt)]));
}

function seesEachDocument(actor: Actor): boolean {
  const facts = { proposedByPersonId: null, proposedByVillageId: null };
  return can(actor, "document.see", { status: "draft", ...facts });
}
