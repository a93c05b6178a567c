import { and, count, eq, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { repeatableForMs } from "../../domain/sign-in.ts";
import type { Database } from "./open.ts";
import { calendarFeeds } from "./publications-schema.ts";
import { experiences } from "./questions-schema.ts";
import {
  districts,
  forumMembers,
  forums,
  passkeyChallenges,
  passkeys,
  people,
  roles,
  sessions,
  signInLinks,
  villages,
  waitingDevices,
} from "./schema.ts";
import { villageBadge } from "./villages.ts";
import { visits } from "./visits-schema.ts";

export const careColumns = {
  id: people.id,
  districtId: people.districtId,
  name: people.name,
  position: people.position,
  villageId: people.villageId,
  office: people.office,
  phone: people.phone,
  isDemo: people.isDemo,
  createdAt: people.createdAt,
};

/** Somebody who was not removed, of whatever district. */
export async function findPerson(db: Database, personId: string) {
  const [row] = await db
    .select({ person: careColumns, village: villageBadge })
    .from(people)
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(and(eq(people.id, personId), isNull(people.removedAt)));
  return row === undefined ? null : { ...row.person, village: row.village };
}

export type CaredPerson = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

export function selectRolesOf(db: Database, personId: string) {
  return db
    .select({ districtId: roles.districtId, role: roles.role, districtName: districts.name })
    .from(roles)
    .innerJoin(districts, eq(districts.id, roles.districtId))
    .where(eq(roles.personId, personId))
    .orderBy(roles.districtId, roles.role);
}

export function selectPlacesOf(db: Database, personId: string) {
  return db
    .select({ forumId: forums.id, title: forums.title, role: forumMembers.role })
    .from(forumMembers)
    .innerJoin(forums, eq(forums.id, forumMembers.forumId))
    .where(and(eq(forumMembers.personId, personId), eq(forums.kind, "forum")))
    .orderBy(forums.startsAt, forumMembers.role);
}

/** How many sessions are open, and when the last one was seen. */
export function selectOpenDevices(db: Database, personId: string, now: number) {
  return db
    .select({
      open: count(),
      lastSeenAt: sql<
        number | null
      >`max(coalesce(${sessions.lastSeenAt}, ${sessions.createdAt}))`.as("last_seen_at"),
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)));
}

/** The latest personal link; codes are too short-lived to tell of. */
export function selectLatestLink(db: Database, personId: string) {
  return db
    .select({
      createdAt: signInLinks.createdAt,
      expiresAt: signInLinks.expiresAt,
      usedAt: signInLinks.usedAt,
      revokedAt: signInLinks.revokedAt,
    })
    .from(signInLinks)
    .where(and(eq(signInLinks.personId, personId), eq(signInLinks.kind, "link")))
    .orderBy(sql`${signInLinks.createdAt} desc`)
    .limit(1);
}

export function updatePerson(
  db: Database,
  personId: string,
  fields: Partial<{
    name: string;
    position: string;
    phone: string | null;
    personKey: string | null;
  }>,
) {
  return db
    .update(people)
    .set(fields)
    .where(and(eq(people.id, personId), isNull(people.removedAt)));
}

/** Whether a statement was refused because the district has this person already. */
export function isPersonTwice(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: people\.district_id, people\.person_key/.test(cause.message)) {
      return true;
    }
  }
  return false;
}

export function deleteSessionsOf(db: Database, personId: string) {
  return db.delete(sessions).where(eq(sessions.personId, personId));
}

/** The used ones too: for a while, the device that used one may use it again. */
export function revokeLinksOf(db: Database, personId: string, now: number) {
  return db
    .update(signInLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(signInLinks.personId, personId),
        isNull(signInLinks.revokedAt),
        or(isNull(signInLinks.usedAt), gt(signInLinks.usedAt, now - repeatableForMs)),
      ),
    );
}

/** Every way in that the person, or whoever handed it out, has now. */
export function endAllAccess(db: Database, personId: string, now: number) {
  return [
    deleteSessionsOf(db, personId),
    db.delete(passkeys).where(eq(passkeys.personId, personId)),
    db.delete(passkeyChallenges).where(eq(passkeyChallenges.personId, personId)),
    revokeLinksOf(db, personId, now),
    db
      .update(waitingDevices)
      .set({ refusedAt: now })
      .where(and(eq(waitingDevices.personId, personId), isNull(waitingDevices.usedAt))),
  ] as const;
}

export function insertCode(
  db: Database,
  code: {
    tokenHash: string;
    personId: string;
    createdAt: number;
    expiresAt: number;
    createdByPersonId: string;
  },
) {
  return db.insert(signInLinks).values({ ...code, kind: "code" });
}

/**
 * Puts a pseudonym in the place of a person: for one batch. The row itself comes first, and the rest
 * happens only where it became this pseudonym: nobody half removed, and no district without a camat.
 */
export function removePersonStatements(
  db: Database,
  { id, name, villageId }: CaredPerson,
  pseudonym: string,
  now: number,
  unlessLastCamat: SQL,
) {
  const isGone = sql`exists (select 1 from ${people} as gone where gone.id = ${id} and gone.removed_at = ${now} and gone.name = ${pseudonym})`;
  const remove = db
    .update(people)
    .set({
      name: pseudonym,
      position: "",
      phone: null,
      office: null,
      sector: null,
      personKey: null,
      noticeSeenAt: null,
      removedAt: now,
    })
    .where(and(eq(people.id, id), isNull(people.removedAt), unlessLastCamat));
  const after = [
    db.delete(sessions).where(and(eq(sessions.personId, id), isGone)),
    db.delete(passkeys).where(and(eq(passkeys.personId, id), isGone)),
    db.delete(passkeyChallenges).where(and(eq(passkeyChallenges.personId, id), isGone)),
    db.delete(roles).where(and(eq(roles.personId, id), isGone)),
    db.delete(calendarFeeds).where(and(eq(calendarFeeds.personId, id), isGone)),
    db.delete(experiences).where(and(eq(experiences.personId, id), isGone)),
    db.delete(visits).where(and(eq(visits.personId, id), isGone)),
    db
      .update(signInLinks)
      .set({ revokedAt: now })
      .where(and(eq(signInLinks.personId, id), isNull(signInLinks.revokedAt), isGone)),
    db
      .update(waitingDevices)
      .set({ saidName: null })
      .where(
        and(
          isNotNull(waitingDevices.saidName),
          or(
            eq(waitingDevices.personId, id),
            and(
              sql`lower(trim(${waitingDevices.saidName})) = ${name.toLowerCase()}`,
              sql`${waitingDevices.villageId} is ${villageId}`,
            ),
          ),
          isGone,
        ),
      ),
  ];
  return { remove, after };
}
