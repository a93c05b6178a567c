import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import { forumColumns, mayConcern, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import { outcomes, outcomeVillages } from "./outcome-schema.ts";
import { documents, forumMembers, forums, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

export type Outcome = typeof outcomes.$inferSelect;

export async function findOutcome(db: Database, documentId: string): Promise<Outcome | null> {
  const [row] = await db.select().from(outcomes).where(eq(outcomes.documentId, documentId));
  return row ?? null;
}

/** The cases that may concern the person, with what was learnt where it is written; newest first. */
export function selectCasesNear(db: Database, personId: string, districtIds: string[]) {
  return selectCasesWhere(db, personId, mayConcern(districtIds));
}

/** Of them those whose sheet waits for an answer, by whoever it may be. */
export function selectAskedAgain(
  db: Database,
  personId: string,
  districtIds: string[],
  now: number,
) {
  const waits = sql`(${outcomes.askAgainAt} <= ${now} and (${outcomes.result} is null or exists (
    select 1 from ${outcomeVillages} where ${outcomeVillages.documentId} = ${outcomes.documentId}
      and ${outcomeVillages.result} is null)))`;
  return selectCasesWhere(db, personId, and(mayConcern(districtIds), waits));
}

function selectCasesWhere(db: Database, personId: string, where: SQL | undefined) {
  return db
    .select({
      document: documentColumns,
      forum: forumColumns,
      role: forumMembers.role,
      outcome: {
        learnt: outcomes.learnt,
        askAgainAt: outcomes.askAgainAt,
        result: outcomes.result,
      },
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .leftJoin(outcomes, eq(outcomes.documentId, documents.id))
    .where(and(eq(documents.kind, "case"), where))
    .orderBy(desc(forums.startsAt), asc(documents.position), asc(documents.id));
}

/** Who applies what these cases taught. */
export function selectApplying(db: Database, documentIds: readonly string[]) {
  return db
    .select({
      documentId: outcomeVillages.documentId,
      village: villageBadge,
      result: outcomeVillages.result,
      resultAt: outcomeVillages.resultAt,
    })
    .from(outcomeVillages)
    .innerJoin(villages, eq(villages.id, outcomeVillages.villageId))
    .where(
      sql`${outcomeVillages.documentId} in (select value from json_each(${JSON.stringify(documentIds)}))`,
    )
    .orderBy(asc(villages.name));
}

/** Nothing where somebody else has written it meanwhile. */
export function insertOutcome(db: Database, outcome: typeof outcomes.$inferInsert) {
  return db.insert(outcomes).values(outcome).onConflictDoNothing();
}

type Words = Pick<Outcome, "learnt" | "agreementDocumentId" | "agreementNodeId" | "decision">;

/** Only where it still stands as the sender saw it. */
export function updateOutcome(
  db: Database,
  documentId: string,
  words: Words & { changedAt: number },
  seenAt: number,
) {
  return db
    .update(outcomes)
    .set(words)
    .where(and(eq(outcomes.documentId, documentId), eq(outcomes.changedAt, seenAt)));
}

/** What came of it, and what its sender saw before: null where nothing was told. */
export interface Result {
  result: string;
  basedOn: string | null;
}

/** Only where it still stands as the sender saw it; what is sent twice is told once. */
export function setResult(
  db: Database,
  documentId: string,
  { result, basedOn }: Result,
  now: number,
) {
  return db
    .update(outcomes)
    .set({ result, resultAt: now })
    .where(
      and(
        eq(outcomes.documentId, documentId),
        sql`(${outcomes.result} is ${basedOn} or ${outcomes.result} = ${result})`,
      ),
    );
}

export function markApplying(db: Database, row: typeof outcomeVillages.$inferInsert) {
  return db.insert(outcomeVillages).values(row).onConflictDoNothing();
}

/** As `setResult`, of one village. */
export function setVillageResult(
  db: Database,
  { documentId, villageId }: { documentId: string; villageId: string },
  { result, basedOn }: Result,
  now: number,
) {
  return db
    .update(outcomeVillages)
    .set({ result, resultAt: now })
    .where(
      and(
        isVillage(documentId, villageId),
        sql`(${outcomeVillages.result} is ${basedOn} or ${outcomeVillages.result} = ${result})`,
      ),
    );
}

/** What a village has told of it is not taken away again. */
export function unmarkApplying(db: Database, documentId: string, villageId: string) {
  return db
    .delete(outcomeVillages)
    .where(and(isVillage(documentId, villageId), isNull(outcomeVillages.result)));
}

function isVillage(documentId: string, villageId: string) {
  return and(eq(outcomeVillages.documentId, documentId), eq(outcomeVillages.villageId, villageId));
}
