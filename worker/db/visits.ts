import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { reviewableStatuses } from "../../domain/permissions.ts";
import type { Visit } from "../../domain/visits.ts";
import { documentColumns } from "./documents.ts";
import { forumColumns, mayConcern, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import { documents, forumMembers, forums, signOffs, submissions, versions } from "./schema.ts";
import { visits } from "./visits-schema.ts";

export async function findVisit(db: Database, personId: string): Promise<Visit | null> {
  const [row] = await db
    .select({ since: visits.since, lastSeenAt: visits.lastSeenAt })
    .from(visits)
    .where(eq(visits.personId, personId));
  return row ?? null;
}

/** Only where nobody noted a later one: two pages that open at once are one visit. */
export function noteVisit(db: Database, personId: string, known: Visit | null, visit: Visit) {
  return db
    .insert(visits)
    .values({ personId, ...visit })
    .onConflictDoUpdate({
      target: visits.personId,
      set: visit,
      setWhere: eq(visits.lastSeenAt, known?.lastSeenAt ?? -1),
    });
}

/** More than anybody reads; what is older is in the documents themselves. */
const maxDocuments = 200;

/**
 * Documents near the person that are far enough for reviewers, with the last version of each that
 * was noted after `since`; the newest first.
 */
export function selectReviewable(
  db: Database,
  personId: string,
  districtIds: string[],
  since: number,
) {
  const lastVersion = sql`${versions.id} = (
    select id from ${versions} as noted
    where noted.document_id = ${documents.id} and noted.kind <> 'agendaItem'
    order by noted.at desc, noted.place desc limit 1)`;
  const lastSubmission = sql`${submissions.id} = (
    select id from ${submissions} as sent
    where sent.document_id = ${documents.id} and sent.returned_at is null limit 1)`;
  return db
    .select({
      document: documentColumns,
      forum: forumColumns,
      role: forumMembers.role,
      version: { name: versions.name, kind: versions.kind, at: versions.at },
      submittedAt: sql<number | null>`${submissions.at}`,
      signedAt: sql<number | null>`${signOffs.at}`,
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .leftJoin(
      versions,
      and(eq(versions.documentId, documents.id), gt(versions.at, since), lastVersion),
    )
    .leftJoin(submissions, and(eq(submissions.documentId, documents.id), lastSubmission))
    .leftJoin(signOffs, eq(signOffs.submissionId, submissions.id))
    .where(and(mayConcern(districtIds), inArray(documents.status, [...reviewableStatuses])))
    .orderBy(desc(forums.startsAt), desc(documents.createdAt), documents.id)
    .limit(maxDocuments);
}
