import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Theme } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import { experiences } from "./questions-schema.ts";
import { people, roles, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

/** Whoever wishes to be asked: one row for each of their themes. */
export function selectExperiences(db: Database, districtId: string) {
  return db
    .select({
      theme: experiences.theme,
      person: {
        id: people.id,
        name: people.name,
        position: people.position,
        office: people.office,
        isDemo: people.isDemo,
      },
      village: villageBadge,
    })
    .from(experiences)
    .innerJoin(people, eq(people.id, experiences.personId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(and(eq(people.districtId, districtId), isNull(people.removedAt)))
    .orderBy(villages.name, people.name, people.id, experiences.theme);
}

/** All villages of the district, whoever stands in the directory. */
export function selectVillagesToShow(db: Database, districtId: string) {
  return db
    .select({ ...villageBadge, isDemo: villages.isDemo })
    .from(villages)
    .where(eq(villages.districtId, districtId))
    .orderBy(villages.name);
}

/** The offices of the district's facilitators, camat and reviewers; a name is told of nobody. */
export function selectOfficesToShow(db: Database, districtId: string) {
  return db
    .selectDistinct({ office: people.office, isDemo: people.isDemo })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(
        eq(roles.districtId, districtId),
        inArray(roles.role, ["facilitator", "camat", "reviewer"]),
        isNull(people.removedAt),
        isNotNull(people.office),
      ),
    )
    .orderBy(people.office);
}

/** These themes and no others. */
export function replaceExperiences(db: Database, personId: string, wanted: readonly Theme[]) {
  const list = JSON.stringify(wanted);
  return [
    db
      .delete(experiences)
      .where(
        and(
          eq(experiences.personId, personId),
          sql`${experiences.theme} not in (select value from json_each(${list}))`,
        ),
      ),
    db
      .insert(experiences)
      .select(sql`select ${personId}, value from json_each(${list}) where true`)
      .onConflictDoNothing(),
  ] as const;
}
