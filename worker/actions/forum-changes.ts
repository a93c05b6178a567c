import { isOver } from "../../domain/forum-plan.ts";
import { forumInPast } from "../../domain/refusals/prepare.ts";
import { changedMeanwhile, invalidField } from "../../domain/refusals.ts";
import { type ForumChanges, updateForum } from "../db/forum-changes.ts";
import { selectForumPlaces } from "../db/members.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfForum } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { readPlan, requireChair } from "./forum-creation.ts";
import { requireConfigurable } from "./people.ts";
import { byWhom, record } from "./record.ts";

interface Order {
  forumId: string;
  changes: ForumChanges;
  /** What the sender saw in each of the changed fields. */
  basedOn: ForumChanges;
}

/** What is decided about rights in the documents; who may lead is asked where it is done. */
const rightsFields: readonly (keyof ForumChanges)[] = ["lanesAreOpen", "leaderPersonId"];

/**
 * Changes what is planned of a forum.
 * @returns whether anything differed
 * @throws changedMeanwhile where one of these fields is not as the sender saw it
 */
export async function changeForum(
  env: Env,
  me: SignedIn,
  { forumId, changes, basedOn }: Order,
  now: number,
): Promise<boolean> {
  const db = openDatabase(env);
  const forum = await requireConfigurable(db, me, forumId, []);
  const { title, place, startsAt, endsAt } = readPlan({
    title: changes.title ?? forum.title,
    place: changes.place ?? forum.place,
    startsAt: changes.startsAt ?? forum.startsAt,
    endsAt: changes.endsAt ?? forum.endsAt,
  });
  const cleaned: ForumChanges = {
    ...changes,
    ...(changes.title === undefined ? {} : { title }),
    ...(changes.place === undefined ? {} : { place }),
  };
  const isMoved = startsAt !== forum.startsAt || endsAt !== forum.endsAt;
  const isToCome = forum.status === "planned" || forum.status === "invited";
  // The hours of one that was held may be put right.
  if (isMoved && isToCome && isOver({ endsAt }, now)) throw forumInPast();
  if (cleaned.chairPersonId) {
    await requireChair(db, env, forum.districtId, cleaned.chairPersonId);
  }
  if (cleaned.leaderPersonId) {
    const places = await selectForumPlaces(db, forumId);
    const isMinuteTaker = places.some(
      ({ personId, role }) => personId === cleaned.leaderPersonId && role === "minuteTaker",
    );
    if (!isMinuteTaker) throw invalidField("leaderPersonId");
  }
  const names = (Object.keys(cleaned) as (keyof ForumChanges)[]).filter(
    (name) => cleaned[name] !== basedOn[name],
  );
  if (names.length === 0) return false;
  const differing = Object.fromEntries(names.map((name) => [name, cleaned[name]]));
  const [changed] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        action: "forumChanged",
        subjectKind: "forum",
        subjectId: forumId,
        forumId,
        details: { fields: names.join(",") },
      },
    ],
    now,
    change: [updateForum(db, forumId, differing, basedOn)],
    onlyIfChanged: true,
    after: names.some((name) => rightsFields.includes(name))
      ? [noticeOfForum(db, forumId, null, now)]
      : [],
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
  return true;
}
