import { and, desc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { PublicKind } from "../../domain/publication/public-content.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { publications } from "./publications-schema.ts";
import { documents, people, redactions, villages } from "./schema.ts";

export interface PublicationSubject {
  kind: PublicKind;
  subjectId: string;
}

const isOf = ({ kind, subjectId }: PublicationSubject) =>
  and(eq(publications.kind, kind), eq(publications.subjectId, subjectId));

/** The newest edition, also when it was withdrawn. */
export async function findPublication(db: Database, subject: PublicationSubject) {
  const [row] = await db
    .select()
    .from(publications)
    .where(isOf(subject))
    .orderBy(desc(publications.edition))
    .limit(1);
  return row ?? null;
}

/**
 * For one batch, the new edition last: nothing happens where there is one of this number already, or
 * where `holds` no longer does. The content of the editions before it goes.
 */
export function publishStatements(
  db: Database,
  publication: typeof publications.$inferInsert,
  holds: SQL,
) {
  const { edition } = publication;
  const isNext = sql`not exists (select 1 from ${publications} as known
    where known.kind = ${publication.kind} and known.subject_id = ${publication.subjectId}
      and known.edition >= ${edition})`;
  const condition = sql`${isNext} and ${holds}`;
  return [
    db
      .update(publications)
      .set({ content: null })
      .where(and(isOf(publication), lt(publications.edition, edition), condition)),
    insertWhere(db, publications, publication, condition),
  ] as const;
}

/** For the same batch: only with the edition, and only once. */
export function publishedStatement(db: Database, documentId: string, publicationId: string) {
  return db
    .update(documents)
    .set({ status: "published" })
    .where(
      and(
        eq(documents.id, documentId),
        eq(documents.status, "signed"),
        sql`exists (select 1 from ${publications} where ${publications.id} = ${publicationId})`,
      ),
    );
}

/**
 * How often words were removed from a document, and whether some are being removed: what was read of
 * it before such a removal is not to become public after it.
 */
export async function findRemovals(db: Database, documentId: string) {
  const [row] = await db
    .select({
      done: sql<number>`count(${redactions.doneAt})`.mapWith(Number).as("done_count"),
      isUnderWay: sql<boolean>`coalesce(max(${redactions.status} = 'confirmed'), 0)`
        .mapWith(Boolean)
        .as("is_under_way"),
    })
    .from(redactions)
    .where(eq(redactions.documentId, documentId));
  return row ?? { done: 0, isUnderWay: false };
}

/** Whether nothing was removed from the document since, nor is being removed. */
export function isUnremoved(documentId: string, done: number): SQL {
  return sql`(select count(${redactions.doneAt}) = ${done}
      and coalesce(max(${redactions.status} = 'confirmed'), 0) = 0
    from ${redactions} where ${redactions.documentId} = ${documentId})`;
}

/** Takes what is public back; nothing where nothing is. */
export function withdrawStatement(
  db: Database,
  subject: PublicationSubject,
  withdrawn: { withdrawnAt: number; withdrawnByPersonId: string },
) {
  return db
    .update(publications)
    .set({ ...withdrawn, content: null })
    .where(and(isOf(subject), isNull(publications.withdrawnAt), isNotNull(publications.content)));
}

/** Everybody whose name a public page of the district should not say without being asked. */
export function selectKnownNames(db: Database, districtId: string, forumId: string | null) {
  return db
    .select({ name: people.name })
    .from(people)
    .where(
      sql`${people.removedAt} is null and (${people.districtId} = ${districtId}
        or ${people.id} in (select person_id from forum_members where forum_id = ${forumId ?? ""})
        or ${people.id} in (select person_id from roles where district_id = ${districtId}))`,
    );
}

export function selectDistrictVillages(db: Database, districtId: string) {
  return db
    .select({ id: villages.id, name: villages.name })
    .from(villages)
    .where(eq(villages.districtId, districtId));
}
