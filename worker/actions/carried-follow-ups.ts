import { type Actor, can } from "../../domain/permissions.ts";
import { forumOver } from "../../domain/refusals/register.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { deleteCarried, insertCarried } from "../db/carried-follow-ups.ts";
import { selectFollowUpsBefore, selectFollowUpsCarriedTo } from "../db/follow-ups.ts";
import { type ForumRow, findForum } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { type FollowUpCard, followUpCards } from "./follow-up-cards.ts";
import { byWhom, record } from "./record.ts";
import { type SeenFollowUp, seeFollowUps } from "./seen-follow-ups.ts";

export interface CarriedFollowUps {
  carried: FollowUpCard[];
  /** What is still open from earlier forums, for who may take it over. */
  candidates: FollowUpCard[];
  mayCarry: boolean;
}

/** @throws notFound, also for a forum that may not be seen */
export async function readCarried(
  env: Env,
  me: SignedIn,
  forumId: string,
): Promise<CarriedFollowUps> {
  const db = openDatabase(env);
  const { forum, actor } = await findSeenForum(db, me, forumId);
  const mayCarry = can(actor, "forum.configure") && !isOver(forum);
  const now = Date.now();
  const carried = await seeFollowUps(db, me, await selectFollowUpsCarriedTo(db, forumId));
  const candidates = mayCarry ? await seeCandidates(db, me, forum) : [];
  const cards = await followUpCards(env, me, [...carried, ...candidates], now);
  const candidateIds = new Set(candidates.map(({ head }) => head.id));
  return {
    carried: cards.filter(({ id }) => !candidateIds.has(id)),
    candidates: cards.filter(({ id }) => candidateIds.has(id)),
    mayCarry,
  };
}

/**
 * Takes over what is open from earlier forums: all of it, or these.
 * @returns how many were added
 * @throws notFound, notAllowed, forumOver
 */
export async function carryFollowUps(
  env: Env,
  me: SignedIn,
  forumId: string,
  chosen: readonly string[] | undefined,
): Promise<{ added: number }> {
  const db = openDatabase(env);
  const { forum, actor } = await requireConfigurable(db, me, forumId);
  const candidates = await seeCandidates(db, me, forum);
  const taken = candidates.filter(({ head }) => chosen === undefined || chosen.includes(head.id));
  if (taken.length === 0) return { added: 0 };
  const ids = taken.map(({ first }) => first.id);
  const now = Date.now();
  const [answer] = await record(db, {
    facts: [factOn(me, forum, actor, { count: ids.length })],
    now,
    change: [insertCarried(db, forumId, ids, now)],
    onlyIfChanged: true,
  });
  return { added: answer?.meta.changes ?? 0 };
}

/** @throws notFound, notAllowed, forumOver */
export async function dropCarried(
  env: Env,
  me: SignedIn,
  forumId: string,
  followUpId: string,
): Promise<void> {
  const db = openDatabase(env);
  const { forum, actor } = await requireConfigurable(db, me, forumId);
  const carried = await seeFollowUps(db, me, await selectFollowUpsCarriedTo(db, forumId));
  const dropped = carried.find(({ first, moves }) =>
    [first, ...moves].some(({ id }) => id === followUpId),
  );
  if (dropped === undefined) throw notFound();
  await record(db, {
    facts: [factOn(me, forum, actor, { droppedFollowUpId: dropped.first.id })],
    now: Date.now(),
    change: [deleteCarried(db, forumId, dropped.first.id)],
    onlyIfChanged: true,
  });
}

/** Open, of a forum of the district that began before this one, and not taken over yet. */
async function seeCandidates(db: Database, me: SignedIn, forum: ForumRow): Promise<SeenFollowUp[]> {
  const rows = await selectFollowUpsBefore(db, forum.districtId, forum.startsAt);
  const seen = await seeFollowUps(db, me, rows);
  return seen.filter(
    ({ isGone, head, carriers }) =>
      !isGone && head.status !== "done" && !carriers.some(({ id }) => id === forum.id),
  );
}

async function findSeenForum(db: Database, me: SignedIn, forumId: string) {
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  return { forum, actor };
}

async function requireConfigurable(db: Database, me: SignedIn, forumId: string) {
  const seen = await findSeenForum(db, me, forumId);
  if (!can(seen.actor, "forum.configure")) throw notAllowed();
  if (isOver(seen.forum)) throw forumOver();
  return seen;
}

function isOver({ status }: ForumRow): boolean {
  return status === "ended" || status === "cancelled";
}

function factOn(
  me: SignedIn,
  forum: ForumRow,
  actor: Actor,
  details: Record<string, string | number>,
) {
  return {
    ...byWhom(me, forum.districtId),
    roles: actor.roles,
    action: "followUpsCarried",
    subjectKind: "forum",
    subjectId: forum.id,
    forumId: forum.id,
    details,
  } as const;
}
