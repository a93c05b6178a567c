import { and, eq, isNull, sql } from "drizzle-orm";
import type { ForumRole } from "../../domain/roles.ts";
import type { Database } from "./open.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { forumMembers, forumVillages, people } from "./schema.ts";

export interface Member {
  personId: string;
  role: ForumRole;
}

/** In one statement whatever their number; fails as a whole where one of them is there already. */
export function insertMembers(db: Database, forumId: string, members: readonly Member[]) {
  return db.insert(forumMembers).select(sql`
    select ${forumId}, value ->> '$.personId', value ->> '$.role'
    from json_each(${JSON.stringify(members)})
    where true
  `);
}

export function deleteMember(db: Database, forumId: string, personId: string) {
  return db
    .delete(forumMembers)
    .where(and(eq(forumMembers.forumId, forumId), eq(forumMembers.personId, personId)));
}

export function deleteMemberRole(db: Database, forumId: string, { personId, role }: Member) {
  return db
    .delete(forumMembers)
    .where(
      and(
        eq(forumMembers.forumId, forumId),
        eq(forumMembers.personId, personId),
        eq(forumMembers.role, role),
      ),
    );
}

/** Invites villages that are not yet, behind the others. */
export function inviteVillages(db: Database, forumId: string, villageIds: readonly string[]) {
  return db
    .insert(forumVillages)
    .select(sql`
      select ${forumId}, value, key + 1 + (
        select coalesce(max(position), -1) from forum_villages where forum_id = ${forumId}
      )
      from json_each(${JSON.stringify([...new Set(villageIds)])})
      where true
    `)
    .onConflictDoNothing();
}

/** Who holds which role in a forum, and from which village. */
export function selectForumPlaces(db: Database, forumId: string) {
  return db
    .select({
      personId: forumMembers.personId,
      role: forumMembers.role,
      villageId: people.villageId,
    })
    .from(forumMembers)
    .innerJoin(people, eq(people.id, forumMembers.personId))
    .where(and(eq(forumMembers.forumId, forumId), isNull(people.removedAt)));
}

/** For the end of a transaction: two facilitators may name one each at the same moment. */
export function refuseTwoRepresentatives(db: Database, forumId: string) {
  return refuseUnless(
    db,
    sql`not exists (
      select 1 from forum_members join people on people.id = forum_members.person_id
      where forum_id = ${forumId} and role = 'representative' and removed_at is null
      group by people.village_id having count(*) > 1
    )`,
  );
}
