import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "./open.ts";
import { calendarFeeds } from "./publications-schema.ts";
import { districts, people, roles, villages } from "./schema.ts";
import type { SignedIn } from "./sessions.ts";
import { villageBadge } from "./villages.ts";

export async function findFeed(db: Database, personId: string) {
  const [feed] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId));
  return feed ?? null;
}

/** In place of the one before, which nobody finds anything under any more. */
export function putFeed(db: Database, feed: typeof calendarFeeds.$inferInsert) {
  const { tokenHash, createdAt } = feed;
  return db
    .insert(calendarFeeds)
    .values(feed)
    .onConflictDoUpdate({ target: calendarFeeds.personId, set: { tokenHash, createdAt } });
}

export function deleteFeed(db: Database, personId: string) {
  return db.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
}

/** Whose calendar it is; nobody's once the person was removed. */
export async function findFeedOwner(
  db: Database,
  tokenHash: string,
): Promise<Pick<SignedIn, "person" | "district" | "roles"> | null> {
  const rows = await db
    .select({
      person: {
        id: people.id,
        name: people.name,
        position: people.position,
        office: people.office,
        isDemo: people.isDemo,
      },
      village: villageBadge,
      district: { id: districts.id, name: districts.name, regency: districts.regency },
      role: { districtId: roles.districtId, role: roles.role },
    })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(people.removedAt)));
  const [first] = rows;
  if (first === undefined) return null;
  return {
    person: { ...first.person, village: first.village },
    district: first.district,
    roles: rows.flatMap(({ role }) => (role === null ? [] : [role])),
  };
}
