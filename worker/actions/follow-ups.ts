import { byDueDate, followUpState, isPressing } from "../../domain/follow-ups.ts";
import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { isVillageOf, selectFollowUpsNear } from "../db/follow-ups.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { districtActor, districtsOf } from "./actor.ts";
import { cardOf, type FollowUpCard, followUpCards } from "./follow-up-cards.ts";
import { type SeenFollowUp, seeFollowUps } from "./seen-follow-ups.ts";

export interface FollowUpReminders {
  /** Of the person's village, due within two weeks or overdue: the first of them, and how many. */
  own: Omit<FollowUpCard, "history">[];
  ownCount: number;
  /** For hosts: how many are overdue, by village; null is no one village's. */
  overdue: { village: VillageBadge | null; count: number }[];
}

const shownReminders = 5;

/** Across forums: of the person's own village, or for hosts of all. */
export async function readFollowUps(
  env: Env,
  me: SignedIn,
): Promise<{ followUps: FollowUpCard[] }> {
  const db = openDatabase(env);
  const now = Date.now();
  const seen = await seeNear(db, me);
  return { followUps: await followUpCards(env, me, seen, now) };
}

/**
 * Of one village, across forums.
 * @throws notFound for another village than one's own, but to hosts
 */
export async function readVillageFollowUps(
  env: Env,
  me: SignedIn,
  villageId: string,
): Promise<{ followUps: FollowUpCard[] }> {
  const db = openDatabase(env);
  const isTheirs = isHost(me)
    ? await isVillageOf(db, villageId, me.district.id)
    : me.person.village?.id === villageId;
  if (!isTheirs) throw notFound();
  const now = Date.now();
  const seen = await seeOfVillage(db, me, villageId);
  return { followUps: await followUpCards(env, me, seen, now) };
}

export async function readReminders(env: Env, me: SignedIn): Promise<FollowUpReminders> {
  const db = openDatabase(env);
  const now = Date.now();
  const open = (await seeNear(db, me)).filter(
    ({ isGone, head }) => !isGone && head.status !== "done",
  );
  const own = open
    .filter(({ village, head, updater }) => {
      const isOwn = village !== null && village.id === me.person.village?.id;
      return isOwn && updater !== null && isPressing(head, now);
    })
    .sort((a, b) => byDueDate(a.head, b.head));
  const overdue = open.filter(({ head }) => followUpState(head, now) === "overdue");
  const byVillage = Map.groupBy(overdue, ({ village }) => village?.id ?? null);
  return {
    own: own.slice(0, shownReminders).map((seen) => cardOf(env, seen, now)),
    ownCount: own.length,
    overdue: isHost(me)
      ? [...byVillage.values()]
          .map((each) => ({ village: each[0]?.village ?? null, count: each.length }))
          .sort((a, b) => b.count - a.count)
      : [],
  };
}

async function seeNear(db: Database, me: SignedIn): Promise<SeenFollowUp[]> {
  if (!isHost(me)) return me.person.village ? seeOfVillage(db, me, me.person.village.id) : [];
  return seeFollowUps(db, me, await selectFollowUpsNear(db, scopeOf(me, null)));
}

/** Not of unnamed cases, but for who may know whose they are. */
async function seeOfVillage(db: Database, me: SignedIn, villageId: string) {
  const seen = await seeFollowUps(db, me, await selectFollowUpsNear(db, scopeOf(me, villageId)));
  return seen.filter(({ village }) => village?.id === villageId);
}

function scopeOf(me: SignedIn, villageId: string | null) {
  return { personId: me.person.id, districtIds: districtsOf(me), villageId };
}

function isHost(me: SignedIn): boolean {
  return can(districtActor(me), "forum.configure");
}
