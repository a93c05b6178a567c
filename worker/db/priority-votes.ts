import { and, asc, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { priorityBallots, priorityVotes, priorityVoteVillages } from "./problems-schema.ts";
import { people, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

export type PriorityVote = typeof priorityVotes.$inferSelect;

const ballotCount = sql<number>`(select count(*) from priority_ballots
  where vote_id = priority_votes.id)`.as("ballot_count");
const askedCount = sql<number>`(select count(*) from priority_vote_villages
  where vote_id = priority_votes.id and left_at is null)`.as("asked_count");

/** The newest first. */
export function selectVotes(db: Database, districtId: string) {
  return db
    .select({ vote: priorityVotes, ballotCount, askedCount })
    .from(priorityVotes)
    .where(eq(priorityVotes.districtId, districtId))
    .orderBy(desc(priorityVotes.openedAt), asc(priorityVotes.id));
}

export async function findVote(db: Database, districtId: string, voteId: string) {
  const [found] = await db
    .select({ vote: priorityVotes, ballotCount, askedCount })
    .from(priorityVotes)
    .where(and(eq(priorityVotes.id, voteId), eq(priorityVotes.districtId, districtId)));
  return found ?? null;
}

/** One in which villages can vote now: that which ends first. */
export async function findOpenVote(db: Database, districtId: string, now: number) {
  const [found] = await db
    .select({ id: priorityVotes.id, title: priorityVotes.title, endsAt: priorityVotes.endsAt })
    .from(priorityVotes)
    .where(
      and(
        eq(priorityVotes.districtId, districtId),
        isNull(priorityVotes.closedAt),
        gt(priorityVotes.endsAt, now),
      ),
    )
    .orderBy(asc(priorityVotes.endsAt))
    .limit(1);
  return found ?? null;
}

/** Those in which a village is asked and has not chosen yet; that which ends first comes first. */
export function selectVotesToCast(
  db: Database,
  districtId: string,
  villageId: string,
  now: number,
) {
  return db
    .select({
      voteId: priorityVotes.id,
      title: priorityVotes.title,
      endsAt: priorityVotes.endsAt,
    })
    .from(priorityVotes)
    .innerJoin(priorityVoteVillages, eq(priorityVoteVillages.voteId, priorityVotes.id))
    .leftJoin(
      priorityBallots,
      and(
        eq(priorityBallots.voteId, priorityVotes.id),
        eq(priorityBallots.villageId, priorityVoteVillages.villageId),
      ),
    )
    .where(
      and(
        eq(priorityVotes.districtId, districtId),
        eq(priorityVoteVillages.villageId, villageId),
        isNull(priorityVoteVillages.leftAt),
        isNull(priorityBallots.voteId),
        isNull(priorityVotes.closedAt),
        gt(priorityVotes.endsAt, now),
      ),
    )
    .orderBy(asc(priorityVotes.endsAt), priorityVotes.id);
}

/** Those who are asked or were, by name, and whether they voted. */
export function selectVoteVillages(db: Database, voteId: string) {
  return db
    .select({
      ...villageBadge,
      leftAt: priorityVoteVillages.leftAt,
      hasVoted: sql<number>`exists (select 1 from priority_ballots
        where vote_id = ${voteId} and village_id = ${villages.id})`.as("has_voted"),
    })
    .from(priorityVoteVillages)
    .innerJoin(villages, eq(villages.id, priorityVoteVillages.villageId))
    .where(eq(priorityVoteVillages.voteId, voteId))
    .orderBy(villages.name);
}

/** In the order of the villages' names. */
export function selectBallots(db: Database, voteId: string) {
  return db
    .select({
      villageId: priorityBallots.villageId,
      problemIds: priorityBallots.problemIds,
      personId: priorityBallots.personId,
      personName: people.name,
      at: priorityBallots.at,
      revision: priorityBallots.revision,
    })
    .from(priorityBallots)
    .innerJoin(villages, eq(villages.id, priorityBallots.villageId))
    .innerJoin(people, eq(people.id, priorityBallots.personId))
    .where(eq(priorityBallots.voteId, voteId))
    .orderBy(villages.name);
}

/** Whether nothing bears this id, in any district. */
export function isNewVote(voteId: string): SQL {
  return sql`not exists (select 1 from priority_votes where id = ${voteId})`;
}

export function insertVote(db: Database, vote: PriorityVote) {
  return db.insert(priorityVotes).values(vote);
}

/** Asks these villages and no others; the others have left, and what they voted stays. */
export function replaceVoteVillages(
  db: Database,
  voteId: string,
  villageIds: readonly string[],
  now: number,
) {
  const ids = sql`(select value from json_each(${JSON.stringify(villageIds)}))`;
  return [
    db
      .update(priorityVoteVillages)
      .set({ leftAt: now })
      .where(
        and(
          eq(priorityVoteVillages.voteId, voteId),
          isNull(priorityVoteVillages.leftAt),
          sql`${priorityVoteVillages.villageId} not in ${ids}`,
        ),
      ),
    db
      .insert(priorityVoteVillages)
      .select(sql`select ${voteId}, value, null from ${ids} where true`)
      .onConflictDoUpdate({
        target: [priorityVoteVillages.voteId, priorityVoteVillages.villageId],
        set: { leftAt: null },
      }),
  ];
}

export function isVoteOpen(voteId: string, now: number): SQL {
  return sql`exists (select 1 from priority_votes
    where id = ${voteId} and closed_at is null and ends_at > ${now})`;
}

export function closeVote(db: Database, voteId: string, now: number) {
  return db
    .update(priorityVotes)
    .set({ closedAt: now })
    .where(
      and(
        eq(priorityVotes.id, voteId),
        isNull(priorityVotes.closedAt),
        gt(priorityVotes.endsAt, now),
      ),
    );
}

interface NewBallot {
  voteId: string;
  villageId: string;
  personId: string;
  problemIds: readonly string[];
  /** Of the ballot that its sender saw; 0 where there was none. */
  revision: number;
}

/** The village's ballot, where the vote is open, it is asked, and nobody changed it meanwhile. */
export function upsertBallot(db: Database, ballot: NewBallot, now: number) {
  const { voteId, villageId, personId, revision } = ballot;
  const problemIds = JSON.stringify(ballot.problemIds);
  const isAsked = sql`exists (select 1 from priority_vote_villages
    where vote_id = ${voteId} and village_id = ${villageId} and left_at is null)`;
  return db
    .insert(priorityBallots)
    .select(
      sql`select ${voteId}, ${villageId}, ${problemIds}, ${personId}, ${now}, 1
        where ${isVoteOpen(voteId, now)} and ${isAsked}`,
    )
    .onConflictDoUpdate({
      target: [priorityBallots.voteId, priorityBallots.villageId],
      set: { problemIds: sql`${problemIds}`, personId, at: now, revision: revision + 1 },
      setWhere: eq(priorityBallots.revision, revision),
    });
}

/**
 * Whether the person speaks for their village: as its representative in the newest forum of the
 * district in which it has one.
 */
export async function isRepresentative(
  db: Database,
  districtId: string,
  person: { id: string; villageId: string },
): Promise<boolean> {
  const [found] = await db
    .select({
      isIt: sql<number>`coalesce((
        select member.person_id = ${person.id} from forum_members as member
        join forums on forums.id = member.forum_id
        join people on people.id = member.person_id
        where member.role = 'representative' and forums.kind = 'forum'
          and forums.status <> 'cancelled' and forums.district_id = ${districtId}
          and people.village_id = ${person.villageId} and people.removed_at is null
        order by forums.starts_at desc, forums.id limit 1), 0)`.as("is_it"),
    })
    .from(sql`(select 1)`);
  return found?.isIt === 1;
}
