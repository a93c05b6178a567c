import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { documentColumns } from "./documents.ts";
import { forumColumns, ownPlaces } from "./forums.ts";
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
import { holds, sessionColumns, signedInFrom } from "./sessions.ts";

const proposers = alias(villages, "proposers");

/**
 * Whose session it is and the document that they knock at, in one statement: a hall comes together,
 * and statements are what a knock costs. Null without a session; `found` is null without a document.
 */
export async function findKnock(db: Database, tokenHash: string, documentId: string, now: number) {
  const rows = await db
    .select({
      ...sessionColumns,
      document: documentColumns,
      forum: forumColumns,
      proposedBy: { id: proposers.id, name: proposers.name, colour: proposers.colour },
      place: forumMembers.role,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .leftJoin(documents, eq(documents.id, documentId))
    .leftJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(proposers, eq(proposers.id, documents.proposedByVillageId))
    .leftJoin(forumMembers, ownPlaces(people.id))
    .where(holds(tokenHash, now));
  const [first] = rows;
  if (first === undefined) return null;
  const { document, forum, proposedBy } = first;
  // Roles and places are joined crosswise: a row for each pair.
  const ownRoles = [...new Set(rows.flatMap(({ place }) => place ?? []))];
  const me = signedInFrom(first, firstOfEach(rows));
  return { me, found: document && forum ? { document, forum, proposedBy, ownRoles } : null };
}

function firstOfEach<R extends { role: { districtId: string; role: string } | null }>(
  rows: readonly R[],
): R[] {
  const keyOf = ({ role }: R) => (role === null ? "" : `${role.districtId} ${role.role}`);
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
