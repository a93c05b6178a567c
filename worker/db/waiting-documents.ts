import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ModuleStatus } from "../../domain/modules.ts";
import type { DocumentStatus } from "../../domain/statuses.ts";
import { documentColumns } from "./documents.ts";
import { mayConcern, ownPlaces } from "./forums.ts";
import { modules } from "./module-schema.ts";
import type { Database } from "./open.ts";
import {
  documents,
  forumMembers,
  forums,
  forumVillages,
  reviews,
  submissions,
  versions,
  villageAnswers,
} from "./schema.ts";

interface Person {
  id: string;
  villageId: string | null;
}

/** Documents of these statuses near the person, with what they did about them, the oldest first. */
export function selectDocumentsToSettle(
  db: Database,
  { id, villageId }: Person,
  districtIds: string[],
  statuses: readonly DocumentStatus[],
) {
  return db
    .selectDistinct({
      document: documentColumns,
      // In a batch two columns of one name are one.
      moduleStatus: sql<ModuleStatus | null>`${modules.status}`.as("module_status"),
      submission: { place: submissions.place, at: submissions.at },
      reviewedPlace: sql<number | null>`(select max(${reviews.place}) from ${reviews}
        where ${reviews.documentId} = ${documents.id} and ${reviews.personId} = ${id})`,
      versionPlace: sql<number | null>`(select max(${versions.place}) from ${versions}
        where ${versions.documentId} = ${documents.id} and ${versions.kind} = 'status')`,
      isInvited: sql<boolean>`exists (select 1 from ${forumVillages}
        where ${forumVillages.forumId} = ${forums.id} and ${forumVillages.villageId} = ${villageId})`.mapWith(
        Boolean,
      ),
      hasAnswered: sql<boolean>`exists (select 1 from ${villageAnswers}
        where ${villageAnswers.submissionId} = ${submissions.id}
          and ${villageAnswers.villageId} = ${villageId})`.mapWith(Boolean),
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(forumMembers, ownPlaces(id))
    .leftJoin(modules, and(eq(modules.documentId, documents.id), isNull(modules.removedAt)))
    .leftJoin(
      submissions,
      and(eq(submissions.documentId, documents.id), isNull(submissions.returnedAt)),
    )
    .where(and(mayConcern(districtIds), inArray(documents.status, [...statuses])))
    .orderBy(asc(sql`coalesce(${submissions.at}, ${documents.createdAt})`), documents.id);
}

export type DocumentToSettle = Awaited<ReturnType<typeof selectDocumentsToSettle>>[number];
