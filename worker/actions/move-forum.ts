import { type Actor, can } from "../../domain/permissions.ts";
import { mayNotMove, notFound, statusChanged } from "../../domain/refusals.ts";
import { type ForumStatus, forumStatuses } from "../../domain/statuses.ts";
import { forumTransitions, transitionOf } from "../../domain/transitions.ts";
import { findForum, updateForumStatus } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfForum } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { byWhom, record } from "./record.ts";

/** Where this person may move the forum now. */
export function forumMoves(actor: Actor, from: ForumStatus): ForumStatus[] {
  return forumStatuses.filter((to) => can(actor, "forum.move", { from, to }));
}

/** @throws notFound, mayNotMove; statusChanged when somebody else was first */
export async function moveForum(
  env: Env,
  me: SignedIn,
  forumId: string,
  to: ForumStatus,
): Promise<void> {
  const db = openDatabase(env);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum, ownRoles } = found;
  const actor = actorOf(me, forum, ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  const { id, status: from } = forum;
  if (transitionOf(forumTransitions, from, to) === null) throw statusChanged();
  if (!can(actor, "forum.move", { from, to })) throw mayNotMove();
  const now = Date.now();
  const [moved] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "forumStatusChanged",
        subjectKind: "forum",
        subjectId: id,
        forumId: id,
        details: { from, to },
      },
    ],
    now,
    change: [updateForumStatus(db, id, from, to)],
    onlyIfChanged: true,
    after: [noticeOfForum(db, id, null, now)],
  });
  if (moved?.meta.changes !== 1) throw statusChanged();
}
