import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import { forumColumns } from "./forums.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { regulationCitations, regulations } from "./regulations-schema.ts";
import { documents, forumMembers, forums, replies, threads } from "./schema.ts";

export type RegulationRow = typeof regulations.$inferSelect;

/** The latest first. */
export function selectRegulations(db: Database, districtIds: string[]): Promise<RegulationRow[]> {
  return db
    .select()
    .from(regulations)
    .where(inArray(regulations.districtId, districtIds))
    .orderBy(desc(regulations.year), regulations.kind, regulations.number);
}

/** Nothing is written where the register has it already. */
export function insertRegulation(db: Database, row: RegulationRow) {
  return insertWhere(db, regulations, row, sql`not exists ${sameKey(db, row, null)}`);
}

type Changes = Omit<RegulationRow, "id" | "districtId" | "createdAt">;

/**
 * Only where it is still as the sender saw it, its name is nobody else's, and what replaces it does
 * not lead back to it.
 */
export function updateRegulation(
  db: Database,
  { id, districtId, changedAt }: RegulationRow,
  to: Changes,
) {
  const key = { districtId, regulationKey: to.regulationKey };
  return db
    .update(regulations)
    .set(to)
    .where(
      and(
        eq(regulations.id, id),
        eq(regulations.changedAt, changedAt),
        sql`not exists ${sameKey(db, key, id)}`,
        sql`not exists ${leadsBack(id, to.replacedById)}`,
      ),
    );
}

function sameKey(
  db: Database,
  { districtId, regulationKey }: Pick<RegulationRow, "districtId" | "regulationKey">,
  exceptId: string | null,
) {
  return db
    .select({ id: regulations.id })
    .from(regulations)
    .where(
      and(
        eq(regulations.districtId, districtId),
        eq(regulations.regulationKey, regulationKey),
        exceptId === null ? undefined : ne(regulations.id, exceptId),
      ),
    );
}

/** Two facilitators may each set one half of a circle: the second finds it in the table. */
function leadsBack(id: string, replacedById: string | null): SQL {
  return sql`(
    with recursive line (id) as (
      select ${replacedById}
      union
      select next.replaced_by_id from regulations as next join line on next.id = line.id
    )
    select 1 from line where line.id = ${id}
  )`;
}

/** More than anybody looks through; the latest forums' come first. */
const maxCiting = 300;

/** Documents that cite it, or whose notes do: one row for each place of the person in the forum. */
export function selectCiting(
  db: Database,
  personId: string,
  regulationId: string,
  districtIds: readonly string[],
) {
  const inText = db
    .select({ documentId: regulationCitations.documentId })
    .from(regulationCitations)
    .where(eq(regulationCitations.regulationId, regulationId));
  // Ids are no part of one another, so that JSON needs no reading.
  const names = (mentions: typeof threads.mentions | typeof replies.mentions) =>
    sql`instr(${mentions}, ${JSON.stringify(regulationId)}) > 0`;
  // Each note and reply of the districts is looked at once, and not once for each document.
  const ofDistricts = sql`${threads.documentId} in (
    select near.id from ${documents} as near join ${forums} as around on around.id = near.forum_id
    where around.district_id in (select value from json_each(${JSON.stringify(districtIds)})))`;
  const cited = db.$with("cited").as(
    db
      .select({
        documentId: threads.documentId,
        noteCount: sql<number>`count(distinct ${threads.id})`.mapWith(Number).as("note_count"),
      })
      .from(threads)
      .leftJoin(replies, and(eq(replies.threadId, threads.id), isNull(replies.removedAt)))
      .where(
        and(
          isNull(threads.removedAt),
          ne(threads.placement, "placing"),
          or(names(threads.mentions), names(replies.mentions)),
          ofDistricts,
        ),
      )
      .groupBy(threads.documentId),
  );
  return db
    .with(cited)
    .select({
      document: documentColumns,
      forum: forumColumns,
      role: forumMembers.role,
      isInText: sql<boolean>`${documents.id} in ${inText}`.mapWith(Boolean).as("is_in_text"),
      noteCount: sql<number>`coalesce(${cited.noteCount}, 0)`.mapWith(Number).as("notes"),
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(
      forumMembers,
      and(eq(forumMembers.forumId, forums.id), eq(forumMembers.personId, personId)),
    )
    .leftJoin(cited, eq(cited.documentId, documents.id))
    .where(sql`(${documents.id} in ${inText} or ${cited.noteCount} > 0)`)
    .orderBy(desc(forums.startsAt), documents.position, documents.id)
    .limit(maxCiting);
}
