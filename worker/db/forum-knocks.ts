import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { ForumRole } from "../../domain/roles.ts";
import { type ForumRow, forumColumns, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import { districts, forumMembers, forums, people, roles, sessions, villages } from "./schema.ts";
import { holds, type SignedIn, sessionColumns, signedInFrom } from "./sessions.ts";

/** Whose session it is, and what they are in the forum that they knock at; null where there is none. */
export interface ForumKnock {
  me: SignedIn;
  found: { forum: ForumRow; ownRoles: ForumRole[] } | null;
}

/** In one statement, as for documents. Null without a session, and for whoever was removed. */
export async function findForumKnock(
  db: Database,
  tokenHash: string,
  forumId: string,
  now: number,
): Promise<ForumKnock | null> {
  const [knock] = await selectForumKnocks(db, forumId, holds(tokenHash, now));
  return knock ?? null;
}

/** The same for many who are in already, by their sessions' public names. */
export function findForumKnocksOf(
  db: Database,
  sessionIds: readonly string[],
  forumId: string,
  now: number,
): Promise<ForumKnock[]> {
  const named = sql`${sessions.id} in (select value from json_each(${JSON.stringify(sessionIds)}))`;
  return selectForumKnocks(db, forumId, and(named, gt(sessions.expiresAt, now)));
}

async function selectForumKnocks(
  db: Database,
  forumId: string,
  where: SQL | undefined,
): Promise<ForumKnock[]> {
  const rows = await db
    .select({ ...sessionColumns, forum: forumColumns, place: forumMembers.role })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.removedAt)))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .leftJoin(forums, and(eq(forums.id, forumId), eq(forums.kind, "forum")))
    .leftJoin(forumMembers, ownPlaces(people.id))
    .where(where);
  return [...Map.groupBy(rows, ({ sessionId }) => sessionId).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    // Roles and places are joined crosswise: a row for each pair, which `can` does not mind.
    const ownRoles = own.flatMap(({ place }) => place ?? []);
    const { forum } = first;
    return { me: signedInFrom(first, own), found: forum ? { forum, ownRoles } : null };
  });
}
