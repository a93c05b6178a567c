import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "./open.ts";
import {
  districts,
  forumDoors,
  forumMembers,
  forums,
  people,
  roles,
  sessions,
  villages,
  waitingDevices,
} from "./schema.ts";
import { isOpen } from "./waiting-devices.ts";

const isOpenAt = (now: number) => and(isNull(forumDoors.closedAt), gt(forumDoors.expiresAt, now));

export function insertDoor(db: Database, door: typeof forumDoors.$inferInsert) {
  // Two hosts in one millisecond have the same token: the second leaves the door open.
  return db
    .insert(forumDoors)
    .values(door)
    .onConflictDoUpdate({ target: forumDoors.tokenHash, set: { closedAt: null } });
}

export function closeDoorsOf(db: Database, forumId: string, now: number) {
  return db
    .update(forumDoors)
    .set({ closedAt: now })
    .where(and(eq(forumDoors.forumId, forumId), isOpenAt(now)));
}

export async function findDoorOf(db: Database, forumId: string, now: number) {
  const [row] = await db
    .select()
    .from(forumDoors)
    .where(and(eq(forumDoors.forumId, forumId), isOpenAt(now)))
    .orderBy(desc(forumDoors.createdAt))
    .limit(1);
  return row ?? null;
}

/** The forum behind an open door. */
export async function findDoor(db: Database, tokenHash: string, now: number) {
  const [row] = await db
    .select({
      forum: { id: forums.id, title: forums.title, place: forums.place },
      district: { name: districts.name, regency: districts.regency },
    })
    .from(forumDoors)
    .innerJoin(forums, eq(forums.id, forumDoors.forumId))
    .innerJoin(districts, eq(districts.id, forums.districtId))
    .where(and(eq(forumDoors.tokenHash, tokenHash), isOpenAt(now)));
  return row ?? null;
}

/** Who waits at the forum's door, the first who came first. */
export async function selectClaims(db: Database, forumId: string, now: number) {
  return db
    .select({
      id: waitingDevices.id,
      saidName: waitingDevices.saidName,
      device: waitingDevices.device,
      createdAt: waitingDevices.createdAt,
      villageId: waitingDevices.villageId,
      villageName: villages.name,
    })
    .from(waitingDevices)
    .leftJoin(villages, eq(villages.id, waitingDevices.villageId))
    .where(and(eq(waitingDevices.kind, "claim"), eq(waitingDevices.forumId, forumId), isOpen(now)))
    .orderBy(asc(waitingDevices.createdAt), waitingDevices.id);
}

export async function findClaim(db: Database, forumId: string, claimId: string, now: number) {
  return (await selectClaims(db, forumId, now)).find(({ id }) => id === claimId) ?? null;
}

const others = alias(waitingDevices, "others");
const isLetIn = (now: number) => sql`exists (select 1 from ${waitingDevices} as others
  where ${others.personId} = ${people.id} and ${others.kind} = 'claim'
    and ${others.usedAt} is null and ${others.refusedAt} is null and ${others.expiresAt} > ${now})`;
const isSignedIn = (now: number) => sql`exists (select 1 from ${sessions}
  where ${sessions.personId} = ${people.id} and ${sessions.expiresAt} > ${now})`;

const allPlaces = alias(forumMembers, "all_places");

/** The forum's people whose place nobody has taken, one row for each pair of all their roles. */
export function selectMissing(db: Database, forumId: string, now: number) {
  return db
    .select({
      id: people.id,
      name: people.name,
      position: people.position,
      villageId: people.villageId,
      isDemo: people.isDemo,
      place: allPlaces.role,
      role: roles.role,
    })
    .from(forumMembers)
    .innerJoin(people, eq(people.id, forumMembers.personId))
    .innerJoin(allPlaces, eq(allPlaces.personId, people.id))
    .leftJoin(roles, eq(roles.personId, people.id))
    .where(
      and(
        eq(forumMembers.forumId, forumId),
        isNull(people.removedAt),
        sql`not ${isSignedIn(now)}`,
        sql`not ${isLetIn(now)}`,
      ),
    )
    .orderBy(people.name, people.id);
}

/** Of two facilitators who choose one person at once, one alone does. */
export async function confirmClaim(
  db: Database,
  claimId: string,
  { personId, byPersonId, now }: { personId: string; byPersonId: string; now: number },
): Promise<boolean> {
  const mayStillCome = db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), sql`not ${isSignedIn(now)}`, sql`not ${isLetIn(now)}`));
  const confirmed = await db
    .update(waitingDevices)
    .set({ personId, confirmedByPersonId: byPersonId })
    .where(and(eq(waitingDevices.id, claimId), isOpen(now), sql`exists ${mayStillCome}`))
    .returning({ id: waitingDevices.id });
  return confirmed.length > 0;
}

export function refuseClaim(db: Database, forumId: string, claimId: string, now: number) {
  return db
    .update(waitingDevices)
    .set({ refusedAt: now })
    .where(
      and(
        eq(waitingDevices.id, claimId),
        eq(waitingDevices.kind, "claim"),
        eq(waitingDevices.forumId, forumId),
        isOpen(now),
      ),
    );
}
