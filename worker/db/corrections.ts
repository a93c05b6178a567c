import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { noneUnderWay } from "./redaction-under-way.ts";
import { documentMasks, documents } from "./schema.ts";

/**
 * The document that a signed one is corrected by, as a draft behind the forum's other documents;
 * none where there is one already that was not withdrawn, or while words are being removed from it.
 */
export function insertCorrection(
  db: Database,
  { id, title, createdAt }: { id: string; title: string; createdAt: number },
  correctsDocumentId: string,
) {
  // The columns in the order of the table.
  return db.insert(documents).select(sql`
    select ${id}, signed.forum_id, signed.kind, ${title}, signed.theme, signed.fiscal_year, 'draft',
      null, null, ${createdAt}, signed.is_unnamed,
      (select coalesce(max(position), -1) + 1 from documents where forum_id = signed.forum_id),
      0, signed.id
    from documents as signed
    where signed.id = ${correctsDocumentId} and signed.status in ('signed', 'published')
      and ${noneUnderWay(correctsDocumentId)}
      and not exists (select 1 from documents as known
        where known.corrects_document_id = signed.id and known.status <> 'withdrawn')`);
}

/** In an unnamed case: its words bear the masks of the document that they were signed in. */
export function copyMasks(db: Database, from: string, to: string) {
  return db.insert(documentMasks).select(sql`
      select ${to}, kind, real_id, mask_id, number, colour from ${documentMasks}
      where document_id = ${from} and exists (select 1 from documents where id = ${to})`);
}

/** What this document corrects, and what corrects it. */
export function selectCorrections(
  db: Database,
  { id, correctsDocumentId }: { id: string; correctsDocumentId: string | null },
) {
  return db
    .select({
      id: documents.id,
      title: documents.title,
      status: documents.status,
      proposedByPersonId: documents.proposedByPersonId,
      proposedByVillageId: documents.proposedByVillageId,
      correctsDocumentId: documents.correctsDocumentId,
    })
    .from(documents)
    .where(
      or(
        eq(documents.correctsDocumentId, id),
        and(sql`${correctsDocumentId} is not null`, eq(documents.id, correctsDocumentId ?? "")),
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id));
}
