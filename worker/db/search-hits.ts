import { and, eq, type SQL, sql } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import { forumColumns, ownPlaces } from "./forums.ts";
import { modules } from "./module-schema.ts";
import type { Database } from "./open.ts";
import { outcomes } from "./outcome-schema.ts";
import { practices } from "./practices-schema.ts";
import { questions } from "./questions-schema.ts";
import { regulations } from "./regulations-schema.ts";
import { agreements, documents, forumMembers, forums, threads, villages } from "./schema.ts";
import type { FoundRef } from "./search.ts";
import { villageBadge } from "./villages.ts";

const among = (ids: readonly string[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(ids)}))`;

/** As much of a text as a passage is looked for in. */
const readLetters = 100_000;

/** What was indexed of these things. */
export function selectWords(db: Database, refs: readonly FoundRef[]) {
  return db.all<FoundRef & { documentId: string | null; title: string; text: string }>(sql`
    select e.kind, e.subject_id as subjectId, e.document_id as documentId, i.title,
      substr(i.text, 1, ${readLetters}) as text
    from search_entries as e join search_index as i on i.rowid = e.id
    where (e.kind, e.subject_id) in (
      select value ->> 'kind', value ->> 'subjectId' from json_each(${JSON.stringify(refs)}))`);
}

/** With their forum, module and proposing village: one row for each of the person's places in it. */
export function selectDocumentsOfHits(
  db: Database,
  personId: string,
  documentIds: readonly string[],
) {
  return db
    .select({
      document: { ...documentColumns, createdAt: documents.createdAt },
      forum: forumColumns,
      proposedBy: villageBadge,
      moduleStatus: modules.status,
      moduleRemovedAt: modules.removedAt,
      role: forumMembers.role,
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(modules, eq(modules.documentId, documents.id))
    .leftJoin(villages, eq(villages.id, documents.proposedByVillageId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(sql`${documents.id} in ${among(documentIds)}`);
}

export function selectThreadsOfHits(db: Database, ids: readonly string[]) {
  return db
    .select({
      id: threads.id,
      documentId: threads.documentId,
      threadKind: threads.kind,
      containerId: threads.containerId,
      createdAt: threads.createdAt,
      removedAt: threads.removedAt,
      placement: threads.placement,
      village: villageBadge,
    })
    .from(threads)
    .leftJoin(villages, eq(villages.id, threads.authorVillageId))
    .where(sql`${threads.id} in ${among(ids)}`);
}

export function selectOutcomesOfHits(db: Database, ids: readonly string[]) {
  return db
    .select({ documentId: outcomes.documentId })
    .from(outcomes)
    .where(sql`${outcomes.documentId} in ${among(ids)}`);
}

/** @param ids of the documents and, behind a colon, of the containers */
export function selectAgreementsOfHits(db: Database, ids: readonly string[]) {
  const keys = sql`(
    select substr(value, 1, instr(value, ':') - 1), substr(value, instr(value, ':') + 1)
    from json_each(${JSON.stringify(ids)}))`;
  return db
    .select({ documentId: agreements.documentId, nodeId: agreements.nodeId })
    .from(agreements)
    .where(
      and(
        eq(agreements.isGone, false),
        sql`(${agreements.documentId}, ${agreements.nodeId}) in ${keys}`,
      ),
    );
}

export function selectPracticesOfHits(db: Database, ids: readonly string[]) {
  return db
    .select({ practice: practices, village: villageBadge })
    .from(practices)
    .innerJoin(villages, eq(villages.id, practices.villageId))
    .where(sql`${practices.id} in ${among(ids)}`);
}

export function selectQuestionsOfHits(db: Database, ids: readonly string[]) {
  return db
    .select({ question: questions, village: villageBadge })
    .from(questions)
    .leftJoin(villages, eq(villages.id, questions.villageId))
    .where(sql`${questions.id} in ${among(ids)}`);
}

export function selectRegulationsOfHits(db: Database, ids: readonly string[]) {
  return db
    .select()
    .from(regulations)
    .where(sql`${regulations.id} in ${among(ids)}`);
}
