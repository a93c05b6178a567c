import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import type { DocumentKind } from "../../domain/statuses.ts";
import { selectFollowUpsCarriedTo, selectFollowUpsOfForum } from "../db/follow-ups.ts";
import { findForum } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { selectAgreementsOfForum } from "../db/register.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { type FollowUpCard, followUpCards } from "./follow-up-cards.ts";
import { seeFollowUps } from "./seen-follow-ups.ts";

export interface Register {
  agreements: {
    /** Of its container in the document. */
    nodeId: string;
    text: string;
    document: { id: string; title: string; kind: DocumentKind };
  }[];
  followUps: FollowUpCard[];
  /** What this forum took over from earlier ones. */
  carried: FollowUpCard[];
}

/** @throws notFound, also for a forum that may not be seen */
export async function readRegister(env: Env, me: SignedIn, forumId: string): Promise<Register> {
  const db = openDatabase(env);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "forum.see", found.forum)) throw notFound();
  const now = Date.now();
  const own = await selectFollowUpsOfForum(db, forumId);
  const carried = await selectFollowUpsCarriedTo(db, forumId);
  const cards = await followUpCards(env, me, await seeFollowUps(db, me, [...own, ...carried]), now);
  const carriedIds = new Set(carried.map(({ row }) => row.id));
  const agreements = await selectAgreementsOfForum(db, forumId);
  return {
    agreements: agreements
      .filter(({ document }) => can(actor, "document.see", document))
      .map(({ nodeId, text, document: { id, title, kind } }) => ({
        ...{ nodeId, text },
        document: { id, title, kind },
      })),
    followUps: cards.filter(({ id }) => !carriedIds.has(id)),
    carried: cards.filter(({ id }) => carriedIds.has(id)),
  };
}
