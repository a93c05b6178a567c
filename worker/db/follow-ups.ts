import { and, asc, eq, lt, type SQL, sql } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import { forumColumns, mayConcern, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import {
  carriedFollowUps,
  documents,
  followUps,
  forumMembers,
  forums,
  villages,
} from "./schema.ts";
import { villageBadge } from "./villages.ts";

const rowColumns = {
  id: followUps.id,
  documentId: followUps.documentId,
  nodeId: followUps.nodeId,
  position: followUps.position,
  activity: followUps.activity,
  responsible: followUps.responsible,
  villageText: followUps.villageText,
  villageId: followUps.villageId,
  dueText: followUps.dueText,
  dueDate: followUps.dueDate,
  output: followUps.output,
  isGone: followUps.isGone,
  status: followUps.status,
  replacesId: followUps.replacesId,
  createdAt: followUps.createdAt,
};

/** Of a forum's documents. */
export const inTheirOrder = [asc(documents.position), asc(documents.createdAt), asc(documents.id)];

export type FollowUpRow = Awaited<ReturnType<typeof selectWhere>>[number];

/** Rows of follow-ups with the village, the document and the forum of each. */
function selectWhere(db: Database, where: SQL | undefined) {
  return db
    .select({
      row: rowColumns,
      village: villageBadge,
      document: documentColumns,
      forum: forumColumns,
    })
    .from(followUps)
    .innerJoin(documents, eq(documents.id, followUps.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(villages, eq(villages.id, followUps.villageId))
    .where(where)
    .orderBy(
      ...inTheirOrder,
      asc(followUps.position),
      asc(followUps.nodeId),
      asc(followUps.createdAt),
    );
}

/** All rows of whatever stands in a list of follow-ups: the moved ones share place and document. */
function withTheirMoves(db: Database, ids: SQL) {
  const of = sql`(select document_id, node_id from ${followUps} where id in ${ids})`;
  return selectWhere(db, sql`(${followUps.documentId}, ${followUps.nodeId}) in ${of}`);
}

/** Of a forum's own documents. */
export function selectFollowUpsOfForum(db: Database, forumId: string) {
  return selectWhere(db, eq(documents.forumId, forumId));
}

export function selectFollowUpsOfDocument(db: Database, documentId: string) {
  return selectWhere(db, eq(followUps.documentId, documentId));
}

/** Of one follow-up: itself and what replaced it, or was replaced by it. */
export function selectFollowUp(db: Database, id: string) {
  return withTheirMoves(db, sql`(${id})`);
}

/** The same of some of them. */
export function selectFollowUps(db: Database, ids: readonly string[]) {
  return withTheirMoves(db, sql`(select value from json_each(${JSON.stringify(ids)}))`);
}

/** What a forum took over from earlier ones. */
export function selectFollowUpsCarriedTo(db: Database, forumId: string) {
  const carried = db
    .select({ id: carriedFollowUps.followUpId })
    .from(carriedFollowUps)
    .where(eq(carriedFollowUps.forumId, forumId));
  return withTheirMoves(db, sql`${carried}`);
}

/** Of the district's forums that began before. */
export function selectFollowUpsBefore(db: Database, districtId: string, startsAt: number) {
  return selectWhere(db, and(eq(forums.districtId, districtId), lt(forums.startsAt, startsAt)));
}

interface Scope {
  personId: string;
  districtIds: string[];
  /** Of this village alone; null for all. */
  villageId: string | null;
}

/** Of forums that may concern the person, or that such a forum took over. */
export function selectFollowUpsNear(db: Database, { personId, districtIds, villageId }: Scope) {
  const ofVillage = sql`(
    select document_id, node_id from ${followUps} where village_id = ${villageId}
  )`;
  const near = db
    .select({ id: forums.id })
    .from(forums)
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(mayConcern(districtIds));
  const takenOver = sql`exists (
    select 1 from ${carriedFollowUps} as taken
    join ${followUps} as original on original.id = taken.follow_up_id
    where original.document_id = ${followUps.documentId} and original.node_id = ${followUps.nodeId}
      and taken.forum_id in ${near}
  )`;
  return selectWhere(
    db,
    and(
      villageId === null
        ? undefined
        : sql`(${followUps.documentId}, ${followUps.nodeId}) in ${ofVillage}`,
      sql`(${documents.forumId} in ${near} or ${takenOver})`,
    ),
  );
}

export async function isVillageOf(
  db: Database,
  villageId: string,
  districtId: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: villages.id })
    .from(villages)
    .where(and(eq(villages.id, villageId), eq(villages.districtId, districtId)));
  return rows.length > 0;
}
