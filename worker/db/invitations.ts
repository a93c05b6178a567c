import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { repeatableForMs } from "../../domain/sign-in.ts";
import type { Database } from "./open.ts";
import { forumMembers, forums, people, signInLinks } from "./schema.ts";

export interface NewLink {
  tokenHash: string;
  personId: string;
  createdAt: number;
  expiresAt: number;
  createdByPersonId: string;
}

export function insertLinks(db: Database, links: readonly NewLink[]) {
  const field = (name: keyof NewLink) => sql.raw(`value ->> '$.${name}'`);
  return db.insert(signInLinks).select(sql`
    select ${field("tokenHash")}, ${field("personId")}, ${field("createdAt")},
      ${field("expiresAt")}, null, null, 'link', ${field("createdByPersonId")}, null
    from json_each(${JSON.stringify(links)})
    where true
  `);
}

const among = (ids: readonly string[]) =>
  sql`${signInLinks.personId} in (select value from json_each(${JSON.stringify(ids)}))`;

/** Links that would still open something. */
export function selectWaitingLinks(db: Database, personIds: readonly string[], now: number) {
  return db
    .select({
      tokenHash: signInLinks.tokenHash,
      personId: signInLinks.personId,
      createdAt: signInLinks.createdAt,
      expiresAt: signInLinks.expiresAt,
      createdByPersonId: signInLinks.createdByPersonId,
    })
    .from(signInLinks)
    .where(
      and(
        among(personIds),
        eq(signInLinks.kind, "link"),
        isNull(signInLinks.usedAt),
        isNull(signInLinks.revokedAt),
        gt(signInLinks.expiresAt, now),
      ),
    )
    .orderBy(asc(signInLinks.createdAt));
}

/** The newest link of each of the district's people. */
export function selectNewestLinks(db: Database, districtId: string) {
  return db
    .select({
      personId: signInLinks.personId,
      // SQLite takes the other columns from the row of the maximum.
      createdAt: sql<number>`max(${signInLinks.createdAt})`.as("newest_at"),
      expiresAt: signInLinks.expiresAt,
      usedAt: signInLinks.usedAt,
      revokedAt: signInLinks.revokedAt,
    })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .where(and(eq(people.districtId, districtId), eq(signInLinks.kind, "link")))
    .groupBy(signInLinks.personId);
}

/** Codes too: nothing that was handed out for the person opens anything any more. */
export function revokeLinks(db: Database, personIds: readonly string[], now: number) {
  return db
    .update(signInLinks)
    .set({ revokedAt: now })
    .where(
      and(
        among(personIds),
        isNull(signInLinks.revokedAt),
        or(isNull(signInLinks.usedAt), gt(signInLinks.usedAt, now - repeatableForMs)),
      ),
    );
}

/** When somebody made their links since then, the oldest first. */
export function selectLinkTimesOf(db: Database, creatorId: string, since: number) {
  return db
    .select({ createdAt: signInLinks.createdAt })
    .from(signInLinks)
    .where(and(eq(signInLinks.createdByPersonId, creatorId), gt(signInLinks.createdAt, since)))
    .orderBy(asc(signInLinks.createdAt));
}

/** The forums that people are invited to and that are not over, the soonest first. */
export function selectComingForumsOf(db: Database, personIds: readonly string[], now: number) {
  return db
    .select({
      personId: forumMembers.personId,
      id: forums.id,
      title: forums.title,
      startsAt: forums.startsAt,
      endsAt: forums.endsAt,
      place: forums.place,
    })
    .from(forumMembers)
    .innerJoin(forums, eq(forums.id, forumMembers.forumId))
    .where(
      and(
        sql`${forumMembers.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
        eq(forums.kind, "forum"),
        inArray(forums.status, ["planned", "invited", "inSession"]),
        gt(forums.endsAt, now),
      ),
    )
    .orderBy(asc(forums.startsAt));
}
