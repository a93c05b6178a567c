import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Sector } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import {
  forumMembers,
  forums,
  passkeys,
  people,
  roles,
  sessions,
  signInLinks,
  villages,
} from "./schema.ts";
import { villageBadge } from "./villages.ts";

export interface NewPerson {
  id: string;
  districtId: string;
  name: string;
  position: string;
  villageId: string | null;
  office: string | null;
  /** Of a guest. */
  sector: Sector | null;
  phone: string | null;
  personKey: string;
}

/** In one statement whatever their number; fails as a whole where one of them is there already. */
export function insertPeople(db: Database, persons: readonly NewPerson[], now: number) {
  const field = (name: keyof NewPerson) => sql.raw(`value ->> '$.${name}'`);
  return db.insert(people).select(sql`
    select ${field("id")}, ${field("districtId")}, ${field("name")}, ${field("position")},
      ${field("villageId")}, ${field("office")}, ${field("sector")}, 0, ${now}, ${field("phone")},
      ${field("personKey")}, null, null
    from json_each(${JSON.stringify(persons)})
    where true
  `);
}

/** Those who bear one of these keys, and those who were brought in before there were keys. */
export function selectPeopleLike(db: Database, districtId: string, keys: readonly string[]) {
  return db
    .select({
      id: people.id,
      name: people.name,
      villageId: people.villageId,
      office: people.office,
      personKey: people.personKey,
    })
    .from(people)
    .where(
      and(
        eq(people.districtId, districtId),
        or(
          sql`${people.personKey} in (select value from json_each(${JSON.stringify(keys)}))`,
          and(isNull(people.personKey), isNull(people.removedAt)),
        ),
      ),
    );
}

const personColumns = {
  id: people.id,
  districtId: people.districtId,
  name: people.name,
  position: people.position,
  office: people.office,
  sector: people.sector,
  phone: people.phone,
  isDemo: people.isDemo,
  village: villageBadge,
  hasJoined: sql<boolean>`(
    exists (select 1 from ${sessions} where ${sessions.personId} = ${people.id})
    or exists (select 1 from ${passkeys} where ${passkeys.personId} = ${people.id})
    or exists (select 1 from ${signInLinks} where ${signInLinks.personId} = ${people.id}
      and ${signInLinks.usedAt} is not null)
  )`.mapWith(Boolean),
};

/** Everybody of a district who was not removed. */
export function selectPeople(db: Database, districtId: string) {
  return db
    .select(personColumns)
    .from(people)
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(and(eq(people.districtId, districtId), isNull(people.removedAt)))
    .orderBy(asc(people.name), asc(people.id));
}

/** Of these, those of the district who were not removed. */
export function selectPeopleByIds(db: Database, districtId: string, ids: readonly string[]) {
  return db
    .select(personColumns)
    .from(people)
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(
      and(
        eq(people.districtId, districtId),
        isNull(people.removedAt),
        sql`${people.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    );
}

/** Which district roles its people hold, in whatever district. */
export function selectRolesOfPeople(db: Database, districtId: string) {
  return db
    .select({ personId: roles.personId, role: roles.role })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(eq(people.districtId, districtId));
}

/** Which places its people hold in forums. */
export function selectPlacesOfPeople(db: Database, districtId: string) {
  return db
    .select({
      personId: forumMembers.personId,
      forumId: forumMembers.forumId,
      role: forumMembers.role,
    })
    .from(forumMembers)
    .innerJoin(people, eq(people.id, forumMembers.personId))
    .innerJoin(forums, and(eq(forums.id, forumMembers.forumId), eq(forums.kind, "forum")))
    .where(eq(people.districtId, districtId));
}

export function selectVillages(db: Database, districtId: string) {
  return db
    .select({ ...villageBadge, isDemo: villages.isDemo })
    .from(villages)
    .where(eq(villages.districtId, districtId))
    .orderBy(asc(villages.name));
}

/** The district's forums that are not over, and those that are, newest first. */
export function selectForums(db: Database, districtId: string) {
  return db
    .select({
      id: forums.id,
      title: forums.title,
      status: forums.status,
      startsAt: forums.startsAt,
      endsAt: forums.endsAt,
      place: forums.place,
    })
    .from(forums)
    .where(
      and(
        eq(forums.districtId, districtId),
        eq(forums.kind, "forum"),
        inArray(forums.status, ["planned", "invited", "inSession", "ended"]),
      ),
    )
    .orderBy(sql`${forums.startsAt} desc`);
}
