import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { documentMasks, forumMembers, forumVillages, people, roles, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

interface Forum {
  id: string;
  districtId: string;
}

/** These people, also those who were removed, and everybody who takes part in the forum. */
export function selectNotedPeople(db: Database, forum: Forum, ids: readonly string[]) {
  const members = db
    .select({ id: forumMembers.personId })
    .from(forumMembers)
    .where(eq(forumMembers.forumId, forum.id));
  const hosts = db
    .select({ id: roles.personId })
    .from(roles)
    .where(
      and(eq(roles.districtId, forum.districtId), inArray(roles.role, ["facilitator", "camat"])),
    );
  const takesPart = sql<boolean>`(${people.id} in ${members} or ${people.id} in ${hosts})`;
  return db
    .select({
      id: people.id,
      name: people.name,
      villageId: people.villageId,
      office: people.office,
      isDemo: people.isDemo,
      removedAt: people.removedAt,
      takesPart: takesPart.mapWith(Boolean).as("takes_part"),
    })
    .from(people)
    .where(
      or(takesPart, sql`${people.id} in (select value from json_each(${JSON.stringify(ids)}))`),
    )
    .orderBy(people.name, people.id);
}

/** The district's villages; those that are invited in the order of their lanes. */
export function selectNotedVillages(db: Database, forum: Forum) {
  return db
    .select({ ...villageBadge, position: forumVillages.position })
    .from(villages)
    .leftJoin(
      forumVillages,
      and(eq(forumVillages.villageId, villages.id), eq(forumVillages.forumId, forum.id)),
    )
    .where(eq(villages.districtId, forum.districtId))
    .orderBy(forumVillages.position);
}

/** Whoever has a pseudonym in the document. */
export function selectMasks(db: Database, documentId: string) {
  return db.select().from(documentMasks).where(eq(documentMasks.documentId, documentId));
}
