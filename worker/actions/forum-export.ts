import { can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { selectDocumentsOf } from "../db/documents.ts";
import { findForum } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { forumCard } from "./cards.ts";
import { byWhom, record } from "./record.ts";

/**
 * What a forum's file is made of, by id: each part is asked for under its own rights. That it was
 * taken is recorded.
 * @throws notFound, notAllowed
 */
export async function exportForum(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum, ownRoles } = found;
  const actor = actorOf(me, forum, ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  if (!can(actor, "forum.export")) throw notAllowed();
  const rows = await selectDocumentsOf(db, forum.id);
  await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "exported",
        subjectKind: "forum",
        subjectId: forum.id,
        forumId: forum.id,
        details: { what: "forum" },
      },
    ],
    now,
    change: [],
  });
  return {
    forum: forumCard(forum),
    documents: rows
      .filter((document) => can(actor, "document.see", document))
      .map(({ id, title, isUnnamed }) => ({ id, title, isUnnamed })),
    exportedAt: now,
  };
}
