import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { DocumentSource } from "../../domain/document/source.ts";
import { villageMasks } from "./document-masks.ts";
import { type Database, openDatabase } from "./open.ts";
import {
  agendaItems,
  attendance,
  districts,
  documents,
  forumMembers,
  forums,
  forumVillages,
  people,
  villages,
} from "./schema.ts";

/** What the document's room makes and keeps it from; null when there is no such document. */
export async function findDocumentSource(
  d1: D1Database,
  documentId: string,
): Promise<DocumentSource | null> {
  const db = openDatabase({ DB: d1 });
  const village = { id: villages.id, name: villages.name };
  const [[found], [invited, agenda, recorders, came]] = await Promise.all([
    db
      .select({
        document: {
          id: documents.id,
          kind: documents.kind,
          title: documents.title,
          theme: documents.theme,
          fiscalYear: documents.fiscalYear,
          status: documents.status,
          correctsDocumentId: documents.correctsDocumentId,
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
        chair: { name: people.name, position: people.position },
      })
      .from(documents)
      .innerJoin(forums, eq(forums.id, documents.forumId))
      .innerJoin(districts, eq(districts.id, forums.districtId))
      .leftJoin(villages, eq(villages.id, documents.proposedByVillageId))
      .leftJoin(people, eq(people.id, forums.chairPersonId))
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
      db
        .select({ name: people.name, position: people.position })
        .from(documents)
        .innerJoin(forumMembers, eq(forumMembers.forumId, documents.forumId))
        .innerJoin(people, eq(people.id, forumMembers.personId))
        .where(
          and(
            eq(documents.id, documentId),
            eq(forumMembers.role, "minuteTaker"),
            isNull(people.removedAt),
          ),
        )
        .orderBy(asc(people.name), asc(people.id)),
      selectAttendance(db, documentId),
    ]),
  ]);
  if (found === undefined) return null;
  return {
    ...found.document,
    proposedByVillage: found.isUnnamed ? null : found.proposedByVillage,
    forum: { ...found.forum, ...found.district },
    villages: found.isUnnamed ? await maskedVillages(db, documentId, invited) : invited,
    agenda,
    chair: found.isUnnamed ? null : found.chair,
    recorders: found.isUnnamed ? [] : recorders,
    attendance: found.isUnnamed ? [] : came,
  };
}

function selectAttendance(db: Database, documentId: string) {
  return db
    .select({
      name: people.name,
      position: people.position,
      office: people.office,
      status: attendance.status,
      village: sql<string | null>`${villages.name}`.as("village_name"),
    })
    .from(documents)
    .innerJoin(attendance, eq(attendance.forumId, documents.forumId))
    .innerJoin(people, eq(people.id, attendance.personId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(
      forumVillages,
      and(eq(forumVillages.forumId, documents.forumId), eq(forumVillages.villageId, villages.id)),
    )
    .where(eq(documents.id, documentId))
    .orderBy(asc(sql`ifnull(${forumVillages.position}, 1e9)`), asc(people.name), asc(people.id));
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
