import { asc, eq } from "drizzle-orm";
import type { DocumentSource } from "../../domain/document/source.ts";
import { villageMasks } from "./document-masks.ts";
import { type Database, openDatabase } from "./open.ts";
import { agendaItems, districts, documents, forums, forumVillages, villages } from "./schema.ts";

/** What the document's room makes it from; null when there is no such document. */
export async function findDocumentSource(
  d1: D1Database,
  documentId: string,
): Promise<DocumentSource | null> {
  const db = openDatabase({ DB: d1 });
  const village = { id: villages.id, name: villages.name };
  const [[found], [invited, agenda]] = await Promise.all([
    db
      .select({
        document: {
          id: documents.id,
          kind: documents.kind,
          title: documents.title,
          theme: documents.theme,
          fiscalYear: documents.fiscalYear,
          status: documents.status,
        },
        isUnnamed: documents.isUnnamed,
        proposedByVillage: village,
        forum: {
          id: forums.id,
          title: forums.title,
          startsAt: forums.startsAt,
          endsAt: forums.endsAt,
          place: forums.place,
        },
        district: { districtName: districts.name, regency: districts.regency },
      })
      .from(documents)
      .innerJoin(forums, eq(forums.id, documents.forumId))
      .innerJoin(districts, eq(districts.id, forums.districtId))
      .leftJoin(villages, eq(villages.id, documents.proposedByVillageId))
      .where(eq(documents.id, documentId)),
    db.batch([
      db
        .select({ id: villages.id })
        .from(documents)
        .innerJoin(forumVillages, eq(forumVillages.forumId, documents.forumId))
        .innerJoin(villages, eq(villages.id, forumVillages.villageId))
        .where(eq(documents.id, documentId))
        .orderBy(asc(forumVillages.position)),
      db
        .select({ id: agendaItems.id, title: agendaItems.title, kind: agendaItems.kind })
        .from(documents)
        .innerJoin(agendaItems, eq(agendaItems.forumId, documents.forumId))
        .where(eq(documents.id, documentId))
        .orderBy(asc(agendaItems.position)),
    ]),
  ]);
  if (found === undefined) return null;
  return {
    ...found.document,
    proposedByVillage: found.isUnnamed ? null : found.proposedByVillage,
    forum: { ...found.forum, ...found.district },
    villages: found.isUnnamed ? await maskedVillages(db, documentId, invited) : invited,
    agenda,
  };
}

/** A document is the same for everybody, so its facilitators' lanes bear the masks too. */
async function maskedVillages(
  db: Database,
  documentId: string,
  invited: DocumentSource["villages"],
): Promise<DocumentSource["villages"]> {
  const masks = await villageMasks(db, documentId);
  return invited
    .flatMap(({ id }) => masks.get(id) ?? [])
    .sort((a, b) => a.number - b.number)
    .map(({ id }) => ({ id }));
}
