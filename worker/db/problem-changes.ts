import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { problemMerges, problemSources, problems, problemVillages } from "./problems-schema.ts";

export type NewProblem = typeof problems.$inferInsert;
export type NewSource = typeof problemSources.$inferInsert;

/** As its sender saw it. */
export interface Seen {
  id: string;
  revision: number;
}

/** Whether nothing bears this id, in any district. */
export function isNew(problemId: string): SQL {
  return sql`not exists (select 1 from problems where id = ${problemId})`;
}

export function insertProblem(db: Database, problem: NewProblem) {
  return db.insert(problems).values(problem);
}

/** A source with the villages that it names; one of this id is there once. */
export function insertSource(db: Database, source: NewSource, villageIds: readonly string[]) {
  return [
    db.insert(problemSources).values(source).onConflictDoNothing(),
    insertVillages(db, source.id, villageIds),
  ];
}

export function deleteSource(db: Database, sourceId: string) {
  return [
    db.delete(problemVillages).where(eq(problemVillages.sourceId, sourceId)),
    db.delete(problemSources).where(eq(problemSources.id, sourceId)),
  ];
}

/** Names these villages, and no others. */
export function replaceVillages(db: Database, sourceId: string, villageIds: readonly string[]) {
  return [
    db.delete(problemVillages).where(eq(problemVillages.sourceId, sourceId)),
    insertVillages(db, sourceId, villageIds),
  ];
}

function insertVillages(db: Database, sourceId: string, villageIds: readonly string[]) {
  return db
    .insert(problemVillages)
    .select(sql`select ${sourceId}, value from json_each(${JSON.stringify(villageIds)}) where true`)
    .onConflictDoNothing();
}

type Words = Pick<NewProblem, "theme" | "title" | "note" | "urgency" | "impact" | "frequency">;

export function updateProblem(db: Database, { id, revision }: Seen, words: Words) {
  return db
    .update(problems)
    .set({ ...words, revision: revision + 1 })
    .where(and(eq(problems.id, id), eq(problems.revision, revision)));
}

/** That something was added to it. */
export function raiseRevision(db: Database, problemId: string) {
  return db
    .update(problems)
    .set({ revision: sql`${problems.revision} + 1` })
    .where(eq(problems.id, problemId));
}

export function updateSetAside(
  db: Database,
  { id, revision }: Seen,
  aside: { at: number; personId: string } | null,
) {
  return db
    .update(problems)
    .set({
      setAsideAt: aside?.at ?? null,
      setAsideByPersonId: aside?.personId ?? null,
      revision: revision + 1,
    })
    .where(
      and(
        eq(problems.id, id),
        eq(problems.revision, revision),
        isNull(problems.mergedIntoId),
        isNull(problems.separatedAt),
      ),
    );
}

/** Whether all of them still stand on the map as they were seen. */
export function areLiving(districtId: string, seen: readonly Seen[]): SQL {
  return sql`(select count(*) from problems
    join json_each(${JSON.stringify(seen)}) as said on problems.id = said.value ->> 'id'
    where problems.revision = said.value ->> 'revision' and district_id = ${districtId}
      and merged_into_id is null and set_aside_at is null and separated_at is null
  ) = ${seen.length}`;
}

/** The new one is to be there, and the parts to be checked before. */
export function mergeInto(db: Database, intoId: string, parts: readonly Seen[], now: number) {
  const ids = sql`(select value ->> 'id' from json_each(${JSON.stringify(parts)}))`;
  return [
    db.insert(problemMerges).select(
      sql`select value ->> 'id', ${intoId}, ${now}, null
          from json_each(${JSON.stringify(parts)}) where true`,
    ),
    db
      .update(problems)
      .set({ mergedIntoId: intoId, revision: sql`${problems.revision} + 1` })
      .where(sql`${problems.id} in ${ids}`),
  ];
}

/** Whether it was merged of others and counts for itself, as it was seen. */
export function isMergeSeen({ id, revision }: Seen): SQL {
  return sql`exists (select 1 from problems where id = ${id} and revision = ${revision}
      and merged_into_id is null and separated_at is null)
    and exists (select 1 from problem_merges where into_id = ${id} and undone_at is null)`;
}

/** What was added to the merged one itself keeps it on the map beside its parts. */
export function separate(
  db: Database,
  { id, revision }: Seen,
  { personId, now }: { personId: string; now: number },
) {
  const isMore = sql`(document_id is not null or module_id is not null
    or exists (select 1 from problem_sources where problem_id = ${id}))`;
  return [
    db
      .update(problemMerges)
      .set({ undoneAt: now })
      .where(and(eq(problemMerges.intoId, id), isNull(problemMerges.undoneAt))),
    db
      .update(problems)
      .set({ mergedIntoId: null, revision: sql`${problems.revision} + 1` })
      .where(eq(problems.mergedIntoId, id)),
    db
      .update(problems)
      .set({
        separatedAt: sql`case when ${isMore} then null else ${now} end`,
        separatedByPersonId: sql`case when ${isMore} then null else ${personId} end`,
        revision: revision + 1,
      })
      .where(eq(problems.id, id)),
  ];
}

/** Whether it stands on the map and has no such thing yet, or the one that was seen to be over. */
export function leadsNowhere(
  problemId: string,
  column: "document_id" | "module_id",
  over: string | null,
): SQL {
  const at = sql.raw(column);
  return sql`exists (select 1 from problems where id = ${problemId} and (${at} is null or ${at} is ${over})
    and merged_into_id is null and set_aside_at is null and separated_at is null)`;
}

export function updateLeadsTo(
  db: Database,
  problemId: string,
  to: { documentId: string } | { moduleId: string },
) {
  return db
    .update(problems)
    .set({ ...to, revision: sql`${problems.revision} + 1` })
    .where(eq(problems.id, problemId));
}
