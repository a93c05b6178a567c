import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { DistrictRole } from "../../domain/roles.ts";
import type { Database } from "./open.ts";
import { districts, people, roles } from "./schema.ts";

interface Given {
  personId: string;
  districtId: string;
  role: DistrictRole;
}

export function insertRole(db: Database, given: Given) {
  return db.insert(roles).values(given).onConflictDoNothing();
}

/** Leaves the last camat of a district where they are. */
export function deleteRole(db: Database, { personId, districtId, role }: Given) {
  return db
    .delete(roles)
    .where(
      and(
        eq(roles.personId, personId),
        eq(roles.districtId, districtId),
        eq(roles.role, role),
        role === "camat" ? hasOtherCamat(districtId, personId) : undefined,
      ),
    );
}

/**
 * Whether somebody else is the district's camat, who can really come: demo people cannot be asked by
 * real ones.
 */
export function hasOtherCamat(districtId: string, personId: string) {
  return sql`exists (
    select 1 from ${roles} as held join ${people} as other on other.id = held.person_id
    where held.district_id = ${districtId} and held.role = 'camat' and other.id <> ${personId}
      and other.removed_at is null
      and (other.is_demo = 0 or (select self.is_demo from ${people} as self where self.id = ${personId}))
  )`;
}

/** True for everybody who is no camat, and for camats who are not the last one. */
export function isNotLastCamat(districtId: string, personId: string) {
  return sql`(not exists (
    select 1 from ${roles} as own
    where own.person_id = ${personId} and own.district_id = ${districtId} and own.role = 'camat'
  ) or ${hasOtherCamat(districtId, personId)})`;
}

/** People of other districts who were given a role in this one. */
export function selectGuestsOf(db: Database, districtId: string) {
  return db
    .select({
      id: people.id,
      name: people.name,
      position: people.position,
      office: people.office,
      districtName: districts.name,
      role: roles.role,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .where(
      and(
        eq(roles.districtId, districtId),
        ne(people.districtId, districtId),
        isNull(people.removedAt),
      ),
    )
    .orderBy(people.name, people.id);
}
