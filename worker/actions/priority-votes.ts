import type { AuditAction, AuditFact } from "../../domain/audit.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { type Actor, can } from "../../domain/permissions.ts";
import { countBallots } from "../../domain/problems/ballots.ts";
import { standsFor } from "../../domain/problems/merging.ts";
import { maxChoices, maxVotedOn, maxVoteTitle } from "../../domain/problems/rules.ts";
import { voteIsOver, voteNeedsProblems } from "../../domain/refusals/problems.ts";
import { invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import { smallestRelease } from "../../domain/survey/rules.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  closeVote,
  findVote,
  insertVote,
  isNewVote,
  isRepresentative,
  isVoteOpen,
  type PriorityVote,
  replaceVoteVillages,
  selectBallots,
  selectVotes,
  selectVotesToCast,
  selectVoteVillages,
} from "../db/priority-votes.ts";
import { selectMerges } from "../db/problems.ts";
import { refuseUnless, wasRefused } from "../db/refuse-unless.ts";
import type { SignedIn } from "../db/sessions.ts";
import { countVillages } from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { recordOr } from "./problem-changes.ts";
import {
  badgesOf,
  type ListedProblem,
  listedProblem,
  villagesFor,
  villagesNamed,
} from "./problem-map.ts";
import { ProblemMap, requireMapEditor, requireMapReader } from "./problem-map-reader.ts";
import { byWhom, record } from "./record.ts";

export interface VoteCard {
  id: string;
  title: string;
  choices: number;
  openedAt: number;
  endsAt: number;
  isOver: boolean;
  isOpenVote: boolean;
  /** How many villages are asked, and how many voted, also those that have left since. */
  asked: number;
  voted: number;
}

export interface VotePage extends VoteCard {
  /** What can be chosen; what was merged meanwhile stands here as what it became. */
  problems: ListedProblem[];
  /** Who is asked or was, to the district's office: whether they voted, not what. */
  villages: (VillageBadge & { hasVoted: boolean; hasLeft: boolean })[] | null;
  /** Of the reader's village; 0 where it has not voted. */
  own: { problemIds: string[]; revision: number; by: string; at: number } | null;
  may: { vote: boolean; close: boolean };
  /** Whether the reader's village is asked, whoever speaks for it. */
  isAsked: boolean;
  /** Once it is over; null before, and where so few voted that it would say who chose what. */
  results:
    | { problemId: string; title: string; count: number; villages: VillageBadge[] | null }[]
    | null;
  /** Every village that could be asked; for facilitators. */
  allVillages: VillageBadge[];
}

const longestMs = 366 * 24 * 3_600_000;

/** @throws notFound */
export async function readVotes(
  env: Env,
  me: SignedIn,
  now: number,
): Promise<{ votes: VoteCard[]; mayOpen: boolean }> {
  const actor = requireMapReader(me);
  const found = await selectVotes(openDatabase(env), me.district.id);
  return {
    votes: found.map((each) => cardOf(each, now)),
    mayOpen: can(actor, "problemMap.edit"),
  };
}

/** @throws notFound */
export async function readVote(
  env: Env,
  me: SignedIn,
  voteId: string,
  now: number,
): Promise<VotePage> {
  const { db, actor, found } = await findSeen(env, me, voteId);
  const { vote } = found;
  const card = cardOf(found, now);
  const [map, badges, merges, asked, ballots] = await Promise.all([
    ProblemMap.load(db, me),
    badgesOf(db, me),
    selectMerges(db, me.district.id),
    selectVoteVillages(db, voteId),
    selectBallots(db, voteId),
  ]);
  const stands = standsFor(merges, card.isOver ? endOf(vote) : now);
  const standing = [...new Set(vote.problemIds.map(stands))];
  const ownVillage = me.person.village;
  const own = ballots.find(({ villageId }) => villageId === ownVillage?.id);
  const isAsked = asked.some(({ id, leftAt }) => id === ownVillage?.id && leftAt === null);
  const follows = can(actor, "survey.follow");
  const isShown = card.isOver && (vote.isOpenVote || ballots.length >= smallestRelease);
  return {
    ...card,
    problems: standing.map((id) => listedProblem(map.require(id), badges)),
    villages: follows
      ? asked.map(({ leftAt, hasVoted, ...village }) => ({
          ...village,
          hasVoted: hasVoted === 1,
          hasLeft: leftAt !== null,
        }))
      : null,
    own: own
      ? {
          problemIds: [...new Set(own.problemIds.map(stands))],
          revision: own.revision,
          by: own.personName,
          at: own.at,
        }
      : null,
    isAsked,
    may: {
      vote: !card.isOver && isAsked && (await speaksForVillage(db, me)),
      close: !card.isOver && can(actor, "problemMap.edit"),
    },
    results: isShown
      ? countBallots(vote.problemIds, ballots, stands).map(({ problemId, villageIds }) => ({
          problemId,
          title: map.require(problemId).title,
          count: villageIds.length,
          villages: vote.isOpenVote ? villagesNamed(villageIds, badges) : null,
        }))
      : null,
    allVillages: can(actor, "problemMap.edit")
      ? await villagesFor(
          env,
          db,
          me,
          asked.map(({ id }) => id),
        )
      : [],
  };
}

interface NewVote {
  id: string;
  title: string;
  choices: number;
  endsAt: number;
  isOpenVote: boolean;
  problemIds: readonly string[];
  villageIds: readonly string[];
}

/** @throws notFound, notAllowed, invalidField, voteNeedsProblems */
export async function openVote(env: Env, me: SignedIn, order: NewVote, now: number): Promise<void> {
  requireMapEditor(me);
  const db = openDatabase(env);
  const { id, choices, endsAt, isOpenVote } = order;
  const title = cleanLine(order.title);
  if (!/\p{L}/u.test(title) || title.length > maxVoteTitle) throw invalidField("title");
  if (endsAt <= now || endsAt > now + longestMs) throw invalidField("endsAt");
  const problemIds = [...new Set(order.problemIds)];
  const { problems } = await ProblemMap.load(db, me);
  const areThere = problemIds.every((each) => problems.get(each)?.state === "living");
  const isChoice = problemIds.length > choices && problemIds.length <= maxVotedOn;
  if (!areThere || !isChoice || choices > maxChoices) throw voteNeedsProblems();
  await requireVoters(db, me, order.villageIds);
  const facts = { villages: order.villageIds.length, choices };
  try {
    await record(db, {
      facts: [voteFact(me, "voteOpened", id, facts)],
      now,
      change: [
        refuseUnless(db, isNewVote(id)),
        insertVote(db, {
          ...{ id, title, choices, endsAt, isOpenVote, problemIds },
          ...{ districtId: me.district.id, openedByPersonId: me.person.id },
          ...{ openedAt: now, closedAt: null },
        }),
        ...replaceVoteVillages(db, id, order.villageIds, now),
      ],
    });
  } catch (error) {
    if (!wasRefused(error)) throw error;
    const known = await findVote(db, me.district.id, id);
    if (known?.vote.openedByPersonId !== me.person.id) throw invalidField("id");
  }
}

/** Which villages take part. @throws notFound, notAllowed, invalidField, voteIsOver */
export async function changeVoters(
  env: Env,
  me: SignedIn,
  { voteId, villageIds }: { voteId: string; villageIds: readonly string[] },
  now: number,
): Promise<void> {
  const { db } = await findToEdit(env, me, voteId);
  await requireVoters(db, me, villageIds);
  await recordOr(voteIsOver, db, {
    facts: [voteFact(me, "voteChanged", voteId, { villages: villageIds.length })],
    now,
    change: [
      refuseUnless(db, isVoteOpen(voteId, now)),
      ...replaceVoteVillages(db, voteId, villageIds, now),
    ],
  });
}

/** Before its time. @throws notFound, notAllowed, voteIsOver */
export async function endVote(env: Env, me: SignedIn, voteId: string, now: number): Promise<void> {
  const { db } = await findToEdit(env, me, voteId);
  const [closed] = await record(db, {
    facts: [voteFact(me, "voteClosed", voteId)],
    now,
    change: [closeVote(db, voteId, now)],
    onlyIfChanged: true,
  });
  if (!closed?.meta.changes) throw voteIsOver();
}

/** @throws notFound */
export async function findSeen(env: Env, me: SignedIn, voteId: string) {
  const actor = requireMapReader(me);
  const db = openDatabase(env);
  const found = await findVote(db, me.district.id, voteId);
  if (found === null) throw notFound();
  return { db, actor, found };
}

/** The person as one who votes: whoever speaks for their village is its representative. */
export async function speaksForVillage(db: Database, me: SignedIn): Promise<boolean> {
  const { id, village } = me.person;
  if (village === null) return false;
  const isIt = await isRepresentative(db, me.district.id, { id, villageId: village.id });
  const voter: Actor = {
    personId: id,
    villageId: village.id,
    roles: isIt ? ["representative"] : [],
  };
  return can(voter, "priorities.vote");
}

/** The votes in which this person's village is asked, has not chosen, and speaks by them. */
export async function readVotesToCast(
  env: Env,
  me: SignedIn,
  now: number,
): Promise<{ voteId: string; title: string; endsAt: number }[]> {
  const { village } = me.person;
  if (village === null) return [];
  const db = openDatabase(env);
  const votes = await selectVotesToCast(db, me.district.id, village.id, now);
  return votes.length > 0 && (await speaksForVillage(db, me)) ? votes : [];
}

/** When nothing in it could change any more. */
export function endOf({ closedAt, endsAt }: PriorityVote): number {
  return Math.min(closedAt ?? endsAt, endsAt);
}

/** What the log says: who voted, never what. */
export function voteFact(
  me: SignedIn,
  action: AuditAction,
  subjectId: string,
  details: AuditFact["details"] = {},
): AuditFact {
  return { ...byWhom(me), action, subjectKind: "priorityVote", subjectId, details };
}

async function findToEdit(env: Env, me: SignedIn, voteId: string) {
  const seen = await findSeen(env, me, voteId);
  if (!can(seen.actor, "problemMap.edit")) throw notAllowed();
  return seen;
}

function cardOf(
  { vote, ballotCount, askedCount }: NonNullable<Awaited<ReturnType<typeof findVote>>>,
  now: number,
): VoteCard {
  const { id, title, choices, openedAt, endsAt, isOpenVote } = vote;
  return {
    ...{ id, title, choices, openedAt, endsAt: endOf(vote), isOpenVote },
    isOver: endOf(vote) <= now || vote.closedAt !== null || endsAt <= now,
    asked: askedCount,
    voted: ballotCount,
  };
}

async function requireVoters(db: Database, me: SignedIn, ids: readonly string[]): Promise<void> {
  const count = new Set(ids).size;
  if (count === 0 || (await countVillages(db, me.district.id, ids)) !== count) {
    throw invalidField("villageIds");
  }
}
