import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { ForumRole } from "../../domain/roles.ts";
import { type DocumentRow, documentColumns } from "./documents.ts";
import { type ForumRow, forumColumns, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import {
  districts,
  documents,
  forumMembers,
  forums,
  people,
  roles,
  sessions,
  villages,
} from "./schema.ts";
import { holds, type SignedIn, sessionColumns, signedInFrom } from "./sessions.ts";

/** A document with what somebody is in its forum. */
export interface FoundDocument {
  document: DocumentRow;
  forum: ForumRow;
  proposedBy: { id: string; name: string; colour: number } | null;
  ownRoles: ForumRole[];
}

/** Whose session it is, and the document that they knock at; null where there is none. */
export interface Knock {
  me: SignedIn;
  found: FoundDocument | null;
}

const proposers = alias(villages, "proposers");

/**
 * Whose session it is and the document that they knock at, in one statement: a hall comes together,
 * and statements are what a knock costs. Null without a session, and for whoever was removed.
 */
export async function findKnock(
  db: Database,
  tokenHash: string,
  documentId: string,
  now: number,
): Promise<Knock | null> {
  const [knock] = await selectKnocks(db, documentId, holds(tokenHash, now));
  return knock ?? null;
}

/** The same for many who are in already, by their sessions' public names, in one statement too. */
export function findKnocksOf(
  db: Database,
  sessionIds: readonly string[],
  documentId: string,
  now: number,
): Promise<Knock[]> {
  const named = sql`${sessions.id} in (select value from json_each(${JSON.stringify(sessionIds)}))`;
  return selectKnocks(db, documentId, and(named, gt(sessions.expiresAt, now)));
}

async function selectKnocks(
  db: Database,
  documentId: string,
  where: SQL | undefined,
): Promise<Knock[]> {
  const rows = await db
    .select({
      ...sessionColumns,
      document: documentColumns,
      forum: forumColumns,
      proposedBy: { id: proposers.id, name: proposers.name, colour: proposers.colour },
      place: forumMembers.role,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.removedAt)))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .leftJoin(documents, eq(documents.id, documentId))
    .leftJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(proposers, eq(proposers.id, documents.proposedByVillageId))
    .leftJoin(forumMembers, ownPlaces(people.id))
    .where(where);
  const ofSessions = Map.groupBy(rows, ({ sessionId }) => sessionId).values();
  return [...ofSessions].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { document, forum, proposedBy } = first;
    // Roles and places are joined crosswise: a row for each pair.
    const ownRoles = [...new Set(own.flatMap(({ place }) => place ?? []))];
    const me = signedInFrom(first, firstOfEach(own));
    return { me, found: document && forum ? { document, forum, proposedBy, ownRoles } : null };
  });
}

function firstOfEach<R extends { role: { districtId: string; role: string } | null }>(
  rows: readonly R[],
): R[] {
  const keyOf = ({ role }: R) => (role === null ? "" : `${role.districtId} ${role.role}`);
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
