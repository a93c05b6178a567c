import { and, asc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { reviewableStatuses } from "../../domain/permissions.ts";
import type { ForumRole } from "../../domain/roles.ts";
import type { ForumStatus } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import {
  agendaItems,
  districtSettings,
  districts,
  documents,
  forumMembers,
  forums,
  forumVillages,
  people,
  roles,
  villages,
} from "./schema.ts";
import { villageBadge } from "./villages.ts";

export const forumColumns = {
  id: forums.id,
  kind: forums.kind,
  districtId: forums.districtId,
  title: forums.title,
  theme: forums.theme,
  stage: forums.stage,
  status: forums.status,
  startsAt: forums.startsAt,
  endsAt: forums.endsAt,
  place: forums.place,
  lanesAreOpen: forums.lanesAreOpen,
  leaderPersonId: forums.leaderPersonId,
  chairPersonId: forums.chairPersonId,
  revision: forums.revision,
  /** What the camat of the forum's district decided. */
  inspectorateSees:
    sql<boolean>`exists (select 1 from ${districtSettings} where ${districtSettings.districtId} = ${forums.districtId} and ${districtSettings.inspectorateSees})`
      .mapWith(Boolean)
      .as("inspectorate_sees"),
  isReviewable:
    sql<boolean>`exists (select 1 from ${documents} where ${documents.forumId} = ${forums.id} and ${inArray(documents.status, [...reviewableStatuses])})`
      .mapWith(Boolean)
      .as("is_reviewable"),
};

/** On the left of a join: the person's own places in the forum. */
export const ownPlaces = (personId: string | typeof people.id) =>
  and(eq(forumMembers.forumId, forums.id), eq(forumMembers.personId, personId));

/** Forums that may concern the person; what they may see of them is for `can` to say. */
export const mayConcern = (districtIds: string[]) =>
  or(inArray(forums.districtId, districtIds), isNotNull(forumMembers.personId));

/** One row for each of the person's places, or one without a role; modules' circles are none. */
export function selectForumsNear(db: Database, personId: string, districtIds: string[]) {
  return db
    .select({ forum: forumColumns, role: forumMembers.role })
    .from(forums)
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(and(eq(forums.kind, "forum"), mayConcern(districtIds)));
}

/** The same of modules' circles, for what waits in modules. */
export function selectCirclesNear(db: Database, personId: string, districtIds: string[]) {
  return db
    .select({ forum: forumColumns, role: forumMembers.role })
    .from(forums)
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(and(ne(forums.kind, "forum"), mayConcern(districtIds)));
}

/** A module's circle is found by its document alone. */
export async function findForum(db: Database, forumId: string, personId: string) {
  const rows = await db
    .select({
      forum: forumColumns,
      district: { id: districts.id, name: districts.name },
      role: forumMembers.role,
    })
    .from(forums)
    .innerJoin(districts, eq(districts.id, forums.districtId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(and(eq(forums.id, forumId), eq(forums.kind, "forum")));
  const [first] = rows;
  return first === undefined
    ? null
    : { forum: first.forum, district: first.district, ownRoles: placesIn(rows) };
}

export type ForumRow = NonNullable<Awaited<ReturnType<typeof findForum>>>["forum"];

/** Only from the status that was seen: whoever comes second changes nothing. */
export function updateForumStatus(
  db: Database,
  forumId: string,
  from: ForumStatus,
  to: ForumStatus,
) {
  return db
    .update(forums)
    .set({ status: to, revision: sql`${forums.revision} + 1` })
    .where(and(eq(forums.id, forumId), eq(forums.status, from)));
}

export function selectAgenda(db: Database, forumId: string) {
  return db
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      kind: agendaItems.kind,
      durationMinutes: agendaItems.durationMinutes,
    })
    .from(agendaItems)
    .where(eq(agendaItems.forumId, forumId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
}

/** The invited villages in the order of their lanes. */
export function selectInvitedVillages(db: Database, forumId: string) {
  return db
    .select(villageBadge)
    .from(forumVillages)
    .innerJoin(villages, eq(villages.id, forumVillages.villageId))
    .where(eq(forumVillages.forumId, forumId))
    .orderBy(asc(forumVillages.position));
}

const personColumns = {
  id: people.id,
  name: people.name,
  position: people.position,
  office: people.office,
  sector: people.sector,
  villageId: people.villageId,
};

/** One row for each role that somebody holds in the forum. */
export function selectMembers(db: Database, forumId: string) {
  return db
    .select({ person: personColumns, role: forumMembers.role })
    .from(forumMembers)
    .innerJoin(people, eq(people.id, forumMembers.personId))
    .where(eq(forumMembers.forumId, forumId))
    .orderBy(asc(people.name), asc(people.id));
}

/** The people who see to a district's forums: its facilitators and its camat. */
export function selectHosts(db: Database, districtId: string) {
  return db
    .select({ person: personColumns, role: roles.role })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.districtId, districtId), inArray(roles.role, ["facilitator", "camat"])))
    .orderBy(asc(people.name), asc(people.id));
}

export function placesIn(rows: { role: ForumRole | null }[]): ForumRole[] {
  return rows.flatMap(({ role }) => (role === null ? [] : [role]));
}
