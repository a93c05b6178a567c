import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { forumMembers, forumVillages, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

/** The villages of a forum's district, also those that are not invited; the invited ones first. */
export function selectVillagesAround(db: Database, forum: { id: string; districtId: string }) {
  return db
    .select({
      ...villageBadge,
      isDemo: villages.isDemo,
      position: forumVillages.position,
    })
    .from(villages)
    .leftJoin(
      forumVillages,
      and(eq(forumVillages.villageId, villages.id), eq(forumVillages.forumId, forum.id)),
    )
    .where(eq(villages.districtId, forum.districtId))
    .orderBy(sql`${forumVillages.position} is null`, asc(forumVillages.position), villages.name);
}

export function deleteForumVillage(db: Database, forumId: string, villageId: string) {
  return db
    .delete(forumVillages)
    .where(and(eq(forumVillages.forumId, forumId), eq(forumVillages.villageId, villageId)));
}

/**
 * All places that a village's people hold in a forum but the minute-taker's, who serves all villages
 * and is the camat's to name.
 */
export function deleteMembersOfVillage(db: Database, forumId: string, villageId: string) {
  return db
    .delete(forumMembers)
    .where(
      and(
        eq(forumMembers.forumId, forumId),
        sql`${forumMembers.role} <> 'minuteTaker'`,
        sql`${forumMembers.personId} in (select id from people where village_id = ${villageId})`,
      ),
    );
}

/** Only where the villages still stand as the sender saw them. */
export function orderVillages(
  db: Database,
  forumId: string,
  ids: readonly string[],
  basedOn: readonly string[],
) {
  const now = sql`(select json_group_array(village_id) from (
    select village_id from forum_villages where forum_id = ${forumId} order by position, village_id))`;
  return db
    .update(forumVillages)
    .set({
      position: sql`(select key from json_each(${JSON.stringify(ids)}) where value = ${forumVillages.villageId})`,
    })
    .where(and(eq(forumVillages.forumId, forumId), sql`${now} = json(${JSON.stringify(basedOn)})`));
}
