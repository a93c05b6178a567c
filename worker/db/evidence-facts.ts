import { and, asc, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import type {
  EvaluationFact,
  FollowUpFact,
  ForumFact,
  MinutesFact,
  PresenceFact,
} from "../../domain/evidence/facts.ts";
import { forumEvaluations } from "./evidence-schema.ts";
import type { Database } from "./open.ts";
import {
  attendance,
  documents,
  followUpReports,
  followUps,
  forums,
  people,
  signOffs,
  villages,
} from "./schema.ts";

/** Of which rows the numbers are made; the moments in ms since 1970. */
export interface EvidenceScope {
  districtId: string;
  /** From this moment on … */
  startsAt: number;
  /** … and before this one. */
  endsAt: number;
  /** Whether examples count too: for people of the demo alone. */
  countsDemo: boolean;
}

const isHeld = ({ districtId, startsAt, endsAt, countsDemo }: EvidenceScope) =>
  and(
    eq(forums.districtId, districtId),
    // A module's circle is none that was held.
    eq(forums.kind, "forum"),
    eq(forums.status, "ended"),
    gte(forums.startsAt, startsAt),
    lt(forums.startsAt, endsAt),
    countsDemo ? undefined : eq(forums.isDemo, false),
  );

const oldestFirst = [asc(forums.startsAt), asc(forums.id)];

export function selectForumFacts(db: Database, scope: EvidenceScope): Promise<ForumFact[]> {
  const demo = scope.countsDemo ? 1 : 0;
  return db
    .select({
      id: forums.id,
      title: forums.title,
      startsAt: forums.startsAt,
      // Written out: of one table, Drizzle names columns without it.
      invitedVillages: sql<number>`(select count(*) from forum_villages as invited
        join villages on villages.id = invited.village_id
        where invited.forum_id = forums.id and (${demo} or not villages.is_demo))`,
      invitedPeople: sql<number>`(select count(distinct members.person_id)
        from forum_members as members join people on people.id = members.person_id
        where members.forum_id = forums.id and (${demo} or not people.is_demo))`,
      present: sql<number>`(select count(*) from attendance
        join people on people.id = attendance.person_id
        where attendance.forum_id = forums.id and attendance.status = 'present'
          and (${demo} or not people.is_demo))`,
    })
    .from(forums)
    .where(isHeld(scope))
    .orderBy(...oldestFirst);
}

export function selectPresenceFacts(db: Database, scope: EvidenceScope): Promise<PresenceFact[]> {
  return db
    .select({
      forum: { id: forums.id, title: forums.title, startsAt: forums.startsAt },
      personId: people.id,
      name: people.name,
      position: people.position,
      village: villages.name,
      office: people.office,
      sector: people.sector,
    })
    .from(attendance)
    .innerJoin(forums, eq(forums.id, attendance.forumId))
    .innerJoin(people, eq(people.id, attendance.personId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(
      and(
        isHeld(scope),
        eq(attendance.status, "present"),
        scope.countsDemo ? undefined : eq(people.isDemo, false),
      ),
    )
    .orderBy(...oldestFirst, asc(people.name), asc(people.id));
}

/** A correction takes its own time; what is asked for is when the forum's minutes were signed. */
export function selectMinutesFacts(db: Database, scope: EvidenceScope): Promise<MinutesFact[]> {
  return db
    .select({
      documentId: documents.id,
      forumTitle: forums.title,
      forumEndsAt: forums.endsAt,
      signedAt: sql<number>`min(${signOffs.at})`,
    })
    .from(signOffs)
    .innerJoin(documents, eq(documents.id, signOffs.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(
      and(
        isHeld(scope),
        eq(documents.kind, "minutes"),
        sql`${documents.correctsDocumentId} is null`,
      ),
    )
    .groupBy(documents.id)
    .orderBy(...oldestFirst, asc(documents.id));
}

export function selectEvaluationFacts(
  db: Database,
  scope: EvidenceScope,
): Promise<EvaluationFact[]> {
  return db
    .select({
      forumId: forums.id,
      forumTitle: forums.title,
      startsAt: forums.startsAt,
      answers: sql<number>`count(*)`,
      sum: sql<number>`sum(${forumEvaluations.score})`,
    })
    .from(forumEvaluations)
    .innerJoin(forums, eq(forums.id, forumEvaluations.forumId))
    .where(isHeld(scope))
    .groupBy(forums.id)
    .orderBy(...oldestFirst);
}

type DoneFollowUp = FollowUpFact & { isUnnamed: boolean };

/**
 * Done, and promised in a document that is signed. A correction repeats its document's promises: the
 * same one counts once, on the day on which it was reported first.
 */
export async function selectFollowUpFacts(
  db: Database,
  { districtId, startsAt, endsAt, countsDemo }: EvidenceScope,
): Promise<DoneFollowUp[]> {
  const rows = await db
    .select({
      nodeId: followUps.nodeId,
      documentId: documents.id,
      forumId: forums.id,
      forumTitle: forums.title,
      activity: followUps.activity,
      village: villages.name,
      isUnnamed: documents.isUnnamed,
      doneAt: sql<number | null>`(select max(${followUpReports.at}) from ${followUpReports}
        join ${followUps} as moved on moved.id = ${followUpReports.followUpId}
        where moved.document_id = ${followUps.documentId} and moved.node_id = ${followUps.nodeId}
          and ${followUpReports.status} = 'done')`,
    })
    .from(followUps)
    .innerJoin(documents, eq(documents.id, followUps.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(villages, eq(villages.id, followUps.villageId))
    .where(
      and(
        eq(forums.kind, "forum"),
        eq(forums.districtId, districtId),
        eq(followUps.status, "done"),
        eq(followUps.isGone, false),
        sql`${documents.status} in ('signed', 'published')`,
        sql`not exists (select 1 from ${followUps} as later where later.replaces_id = ${followUps.id})`,
        countsDemo ? undefined : sql`${forums.isDemo} = 0 and coalesce(${villages.isDemo}, 0) = 0`,
      ),
    );
  return firstOfEach(rows, await correctionsIn(db, districtId)).flatMap(({ doneAt, ...row }) =>
    doneAt !== null && startsAt <= doneAt && doneAt < endsAt ? [{ ...row, doneAt }] : [],
  );
}

interface PromisedRow {
  nodeId: string;
  documentId: string;
  doneAt: number | null;
}

/** Which document each correction corrects, by its id. */
async function correctionsIn(db: Database, districtId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: documents.id, corrects: documents.correctsDocumentId })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(and(eq(forums.districtId, districtId), isNotNull(documents.correctsDocumentId)));
  return new Map(rows.map(({ id, corrects }) => [id, corrects ?? id]));
}

function firstOfEach<Row extends PromisedRow>(
  rows: readonly Row[],
  corrections: ReadonlyMap<string, string>,
): Row[] {
  const rootOf = (documentId: string): string => {
    const before = corrections.get(documentId);
    return before === undefined ? documentId : rootOf(before);
  };
  const inOrder = rows.toSorted(
    (a, b) => (a.doneAt ?? Infinity) - (b.doneAt ?? Infinity) || (a.nodeId < b.nodeId ? -1 : 1),
  );
  const known = new Set<string>();
  return inOrder.filter((row) => {
    const key = JSON.stringify([rootOf(row.documentId), row.nodeId]);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
