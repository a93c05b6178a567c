import type { AuditFact } from "../../domain/audit.ts";
import { villageNotInvited } from "../../domain/refusals/prepare.ts";
import { changedMeanwhile, invalidField } from "../../domain/refusals.ts";
import {
  deleteForumVillage,
  deleteMembersOfVillage,
  orderVillages,
  selectVillagesAround,
} from "../db/forum-villages.ts";
import { inviteVillages, selectForumPlaces } from "../db/members.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfForum } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { isSameSet } from "./agenda.ts";
import { requireConfigurable } from "./people.ts";
import { byWhom, record } from "./record.ts";

/** Invites villages of the forum's district that are not yet, behind the others. */
export async function invite(
  env: Env,
  me: SignedIn,
  { forumId, villageIds }: { forumId: string; villageIds: readonly string[] },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const forum = await requireConfigurable(db, me, forumId, []);
  const around = (await selectVillagesAround(db, forum)).filter((each) => mayExist(each, env));
  if (!villageIds.every((id) => around.some((village) => village.id === id))) {
    throw invalidField("villageIds");
  }
  const added = [...new Set(villageIds)].filter((id) =>
    around.some((village) => village.id === id && village.position === null),
  );
  if (added.length === 0) return;
  await record(db, {
    facts: added.map((villageId) => fact(me, forum, "villageInvited", { villageId })),
    now,
    change: [inviteVillages(db, forumId, added)],
    // An unnamed case knows the villages of its forum by their masks, its people's among them.
    after: [noticeOfForum(db, forumId, null, now)],
  });
}

/**
 * Takes a village out of the forum, and its people with it. What stands in its lanes stays.
 * @throws villageNotInvited
 */
export async function removeVillage(
  env: Env,
  me: SignedIn,
  { forumId, villageId }: { forumId: string; villageId: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const forum = await requireConfigurable(db, me, forumId, ["participant"]);
  const places = (await selectForumPlaces(db, forumId)).filter(
    (place) => place.villageId === villageId && place.role !== "minuteTaker",
  );
  const personIds = [...new Set(places.map(({ personId }) => personId))];
  const [, removed] = await record(db, {
    facts: [
      fact(me, forum, "villageRemoved", { villageId }),
      ...personIds.map(
        (subjectId): AuditFact => ({
          ...byWhom(me, forum.districtId),
          action: "memberRemoved",
          subjectKind: "person",
          subjectId,
          forumId,
        }),
      ),
    ],
    now,
    change: [
      deleteMembersOfVillage(db, forumId, villageId),
      deleteForumVillage(db, forumId, villageId),
    ],
    onlyIfChanged: true,
    after: [noticeOfForum(db, forumId, null, now)],
  });
  if (!removed?.meta.changes) throw villageNotInvited();
}

/** The order of the lanes. @throws changedMeanwhile where the villages are not those that were seen */
export async function orderForumVillages(
  env: Env,
  me: SignedIn,
  order: { forumId: string; villageIds: readonly string[]; basedOn: readonly string[] },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { forumId, villageIds, basedOn } = order;
  const forum = await requireConfigurable(db, me, forumId, []);
  if (!isSameSet(villageIds, basedOn)) throw invalidField("villageIds");
  const [changed] = await record(db, {
    facts: [fact(me, forum, "forumChanged", { fields: "villages" })],
    now,
    change: [orderVillages(db, forumId, villageIds, basedOn)],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

function fact(
  me: SignedIn,
  forum: { id: string; districtId: string },
  action: AuditFact["action"],
  details: Record<string, string>,
): AuditFact {
  return {
    ...byWhom(me, forum.districtId),
    action,
    subjectKind: "forum",
    subjectId: forum.id,
    forumId: forum.id,
    details,
  };
}
