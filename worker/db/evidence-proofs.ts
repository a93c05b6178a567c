import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { EvidenceSubject } from "../../domain/evidence/evidence-lists.ts";
import { evidenceChanges, evidenceFiles, evidenceProofs } from "./evidence-schema.ts";
import type { Database } from "./open.ts";
import { forums, people } from "./schema.ts";

/** An indicator or a stage of a district. */
export interface EvidencePlace {
  districtId: string;
  subjectKind: EvidenceSubject;
  subjectId: string;
}

export type NewProof = typeof evidenceProofs.$inferInsert;
export type NewEvidenceFile = typeof evidenceFiles.$inferInsert;
export type NewChange = typeof evidenceChanges.$inferInsert;

/** Of all subjects of this kind, the oldest first. */
export function selectProofs(db: Database, districtId: string, subjectKind: EvidenceSubject) {
  return db
    .select({
      id: evidenceProofs.id,
      subjectId: evidenceProofs.subjectId,
      kind: evidenceProofs.kind,
      forum: { id: forums.id, title: forums.title, startsAt: forums.startsAt },
      url: evidenceProofs.url,
      words: evidenceProofs.words,
      addedBy: people.name,
      createdAt: evidenceProofs.createdAt,
    })
    .from(evidenceProofs)
    .innerJoin(people, eq(people.id, evidenceProofs.addedByPersonId))
    .leftJoin(forums, eq(forums.id, evidenceProofs.forumId))
    .where(
      and(
        eq(evidenceProofs.districtId, districtId),
        eq(evidenceProofs.subjectKind, subjectKind),
        isNull(evidenceProofs.removedAt),
      ),
    )
    .orderBy(asc(evidenceProofs.createdAt), asc(evidenceProofs.id));
}

/** Of all subjects of this kind, the oldest first. */
export function selectEvidenceFiles(
  db: Database,
  districtId: string,
  subjectKind: EvidenceSubject,
) {
  return db
    .select({
      id: evidenceFiles.id,
      subjectId: evidenceFiles.subjectId,
      name: evidenceFiles.name,
      sizeBytes: evidenceFiles.sizeBytes,
      addedBy: people.name,
      createdAt: evidenceFiles.createdAt,
    })
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.addedByPersonId))
    .where(
      and(
        eq(evidenceFiles.districtId, districtId),
        eq(evidenceFiles.subjectKind, subjectKind),
        isNull(evidenceFiles.removedAt),
      ),
    )
    .orderBy(asc(evidenceFiles.createdAt), asc(evidenceFiles.id));
}

export async function findProof(db: Database, districtId: string, id: string) {
  const [row] = await db
    .select()
    .from(evidenceProofs)
    .where(
      and(
        eq(evidenceProofs.districtId, districtId),
        eq(evidenceProofs.id, id),
        isNull(evidenceProofs.removedAt),
      ),
    );
  return row ?? null;
}

export async function findEvidenceFile(db: Database, districtId: string, id: string) {
  const [row] = await db
    .select()
    .from(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.districtId, districtId),
        eq(evidenceFiles.id, id),
        isNull(evidenceFiles.removedAt),
      ),
    );
  return row ?? null;
}

export function insertProof(db: Database, row: NewProof) {
  return db.insert(evidenceProofs).values(row);
}

export function insertEvidenceFile(db: Database, row: NewEvidenceFile) {
  return db.insert(evidenceFiles).values(row);
}

export function removeProof(db: Database, id: string, now: number) {
  return db
    .update(evidenceProofs)
    .set({ removedAt: now })
    .where(and(eq(evidenceProofs.id, id), isNull(evidenceProofs.removedAt)));
}

export function removeEvidenceFile(db: Database, id: string, now: number) {
  return db
    .update(evidenceFiles)
    .set({ removedAt: now })
    .where(and(eq(evidenceFiles.id, id), isNull(evidenceFiles.removedAt)));
}

/**
 * In one statement whatever their number. Behind a change that touched no row nothing is written.
 */
export function insertChanges(db: Database, changes: readonly NewChange[]) {
  return db.insert(evidenceChanges).select(sql`
    select value ->> 'id', value ->> 'districtId', value ->> 'subjectKind', value ->> 'subjectId',
      value ->> 'personId', value ->> 'at', value ->> 'field', value ->> 'fromText',
      value ->> 'toText'
    from json_each(${JSON.stringify(changes)}) where changes() > 0`);
}

/** Who put this indicator on the list; undefined where none of this id was. */
export async function findIndicatorMaker(db: Database, districtId: string, id: string) {
  const [row] = await db
    .select({ personId: evidenceChanges.personId })
    .from(evidenceChanges)
    .where(
      and(
        eq(evidenceChanges.districtId, districtId),
        eq(evidenceChanges.subjectKind, "indicator"),
        eq(evidenceChanges.subjectId, id),
        eq(evidenceChanges.field, "added"),
      ),
    );
  return row?.personId;
}

/** Who added it; null where it was removed or lies beside something else. */
export async function findEvidenceMaker(
  db: Database,
  table: typeof evidenceProofs | typeof evidenceFiles,
  id: string,
  place: EvidencePlace,
) {
  const [row] = await db
    .select({
      districtId: table.districtId,
      subjectId: table.subjectId,
      personId: table.addedByPersonId,
      removedAt: table.removedAt,
    })
    .from(table)
    .where(eq(table.id, id));
  if (row === undefined) return undefined;
  const isHere = row.districtId === place.districtId && row.subjectId === place.subjectId;
  return isHere && row.removedAt === null ? row.personId : null;
}

const changesShown = 100;

/** The newest first; of the whole district where no one thing is named. */
export function selectChanges(
  db: Database,
  districtId: string,
  thing: Omit<EvidencePlace, "districtId"> | null,
) {
  return db
    .select({
      id: evidenceChanges.id,
      subjectKind: evidenceChanges.subjectKind,
      subjectId: evidenceChanges.subjectId,
      by: people.name,
      at: evidenceChanges.at,
      field: evidenceChanges.field,
      fromText: evidenceChanges.fromText,
      toText: evidenceChanges.toText,
    })
    .from(evidenceChanges)
    .innerJoin(people, eq(people.id, evidenceChanges.personId))
    .where(
      and(
        eq(evidenceChanges.districtId, districtId),
        thing === null
          ? undefined
          : and(
              eq(evidenceChanges.subjectKind, thing.subjectKind),
              eq(evidenceChanges.subjectId, thing.subjectId),
            ),
      ),
    )
    .orderBy(desc(evidenceChanges.at), desc(evidenceChanges.id))
    .limit(changesShown);
}

/** The forums that may be named as proof: those of the district, the newest first. */
export function selectForumsToName(db: Database, districtId: string) {
  return db
    .select({ id: forums.id, title: forums.title, startsAt: forums.startsAt })
    .from(forums)
    .where(
      and(
        eq(forums.districtId, districtId),
        eq(forums.kind, "forum"),
        sql`${forums.status} <> 'cancelled'`,
      ),
    )
    .orderBy(desc(forums.startsAt), asc(forums.id));
}
