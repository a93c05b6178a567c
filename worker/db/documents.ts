import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { type DocumentKind, type DocumentStatus, isFrozen } from "../../domain/statuses.ts";
import { forumColumns, mayConcern, ownPlaces, placesIn } from "./forums.ts";
import type { Database } from "./open.ts";
import { noneUnderWay } from "./redaction-under-way.ts";
import { documents, forumMembers, forums, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

export const documentColumns = {
  id: documents.id,
  forumId: documents.forumId,
  kind: documents.kind,
  title: documents.title,
  theme: documents.theme,
  fiscalYear: documents.fiscalYear,
  status: documents.status,
  proposedByPersonId: documents.proposedByPersonId,
  proposedByVillageId: documents.proposedByVillageId,
  isUnnamed: documents.isUnnamed,
  correctsDocumentId: documents.correctsDocumentId,
};

/** Of the forums that may concern the person; those in session first, then the latest. */
export function selectDocumentsNear(
  db: Database,
  personId: string,
  districtIds: string[],
  statuses: readonly DocumentStatus[],
) {
  return db
    .selectDistinct({ document: documentColumns })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(and(mayConcern(districtIds), inArray(documents.status, [...statuses])))
    .orderBy(
      desc(sql`${forums.status} = 'inSession'`),
      desc(forums.startsAt),
      desc(documents.createdAt),
      documents.id,
    );
}

export function selectDocumentsOf(db: Database, forumId: string) {
  return db
    .select(documentColumns)
    .from(documents)
    .where(eq(documents.forumId, forumId))
    .orderBy(documents.position, documents.createdAt, documents.id);
}

export type DocumentRow = Awaited<ReturnType<typeof selectDocumentsOf>>[number];

/**
 * Only from the status that was seen: whoever comes second changes nothing. Nobody closes a document
 * while words are being removed from it.
 */
export function updateDocumentStatus(
  db: Database,
  documentId: string,
  from: DocumentStatus,
  to: DocumentStatus,
) {
  return db
    .update(documents)
    .set({ status: to })
    .where(
      and(
        eq(documents.id, documentId),
        eq(documents.status, from),
        isFrozen(to) ? noneUnderWay(documentId) : undefined,
      ),
    );
}

export async function findDocument(db: Database, documentId: string, personId: string) {
  const rows = await db
    .select({
      document: documentColumns,
      forum: forumColumns,
      proposedBy: villageBadge,
      role: forumMembers.role,
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(villages, eq(villages.id, documents.proposedByVillageId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(eq(documents.id, documentId));
  const [first] = rows;
  return first === undefined
    ? null
    : {
        document: first.document,
        forum: first.forum,
        proposedBy: first.proposedBy,
        ownRoles: placesIn(rows),
      };
}

/** Who proposed a document; where a forum is named, null for what is no case of it. */
export async function findProposer(
  db: Database,
  documentId: string,
  of?: { kind: DocumentKind; forumId: string },
) {
  const [row] = await db
    .select({
      personId: documents.proposedByPersonId,
      kind: documents.kind,
      forumId: documents.forumId,
    })
    .from(documents)
    .where(eq(documents.id, documentId));
  if (row === undefined) return undefined;
  const isMeant = of === undefined || (row.kind === of.kind && row.forumId === of.forumId);
  return isMeant ? row.personId : null;
}

/** Whose audit log tells of it. */
export async function findDocumentDistrict(db: Database, documentId: string) {
  const [found] = await db
    .select({ districtId: forums.districtId, forumId: forums.id })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(eq(documents.id, documentId));
  if (!found) throw new Error("a document without a forum");
  return found;
}
