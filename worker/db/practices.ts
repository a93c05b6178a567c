import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Theme } from "../../domain/statuses.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { practiceAdoptions, practices } from "./practices-schema.ts";
import { villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

export type PracticeRow = typeof practices.$inferSelect;

/** More than anybody reads in a list; the search finds the others. */
export const maxListed = 100;

const adoptionCount =
  sql<number>`(select count(*) from ${practiceAdoptions} where ${practiceAdoptions.practiceId} = ${practices.id})`
    .mapWith(Number)
    .as("adoption_count");

export interface PracticeFilter {
  theme: Theme | null;
  villageId: string | null;
  /** Each of these stands somewhere in it; in small letters. */
  words: readonly string[];
}

/** What the district's villages share, the newest first. */
export function selectPractices(
  db: Database,
  districtId: string,
  { theme, villageId, words }: PracticeFilter,
) {
  const text = sql`lower(${practices.title} || ' ' || ${practices.situation} || ' ' ||
    ${practices.deed} || ' ' || ${practices.result} || ' ' || ${villages.name})`;
  return db
    .select({
      practice: {
        id: practices.id,
        theme: practices.theme,
        title: practices.title,
        situation: practices.situation,
        createdAt: practices.createdAt,
      },
      village: villageBadge,
      adoptionCount,
    })
    .from(practices)
    .innerJoin(villages, eq(villages.id, practices.villageId))
    .where(
      and(
        eq(practices.districtId, districtId),
        isNull(practices.withdrawnAt),
        theme === null ? undefined : eq(practices.theme, theme),
        villageId === null ? undefined : eq(practices.villageId, villageId),
        ...words.map((word): SQL => sql`instr(${text}, ${word}) > 0`),
      ),
    )
    .orderBy(desc(practices.createdAt), practices.id)
    .limit(maxListed);
}

/** The villages that share something, for the list's filter. */
export function selectSharingVillages(db: Database, districtId: string) {
  return db
    .selectDistinct(villageBadge)
    .from(practices)
    .innerJoin(villages, eq(villages.id, practices.villageId))
    .where(and(eq(practices.districtId, districtId), isNull(practices.withdrawnAt)))
    .orderBy(villages.name);
}

export async function findPractice(db: Database, districtId: string, practiceId: string) {
  const [row] = await db
    .select({ practice: practices, village: villageBadge })
    .from(practices)
    .innerJoin(villages, eq(villages.id, practices.villageId))
    .where(and(eq(practices.id, practiceId), eq(practices.districtId, districtId)));
  return row ?? null;
}

export function selectAdoptions(db: Database, practiceId: string) {
  return db
    .select({
      village: villageBadge,
      changes: practiceAdoptions.changes,
      at: practiceAdoptions.at,
    })
    .from(practiceAdoptions)
    .innerJoin(villages, eq(villages.id, practiceAdoptions.villageId))
    .where(eq(practiceAdoptions.practiceId, practiceId))
    .orderBy(practiceAdoptions.at);
}

/** What is sent twice is there once. */
export function insertPractice(db: Database, row: PracticeRow) {
  return db.insert(practices).values(row).onConflictDoNothing();
}

type PracticeWords = Omit<
  PracticeRow,
  "id" | "districtId" | "villageId" | "sharedByPersonId" | "createdAt" | "withdrawnAt"
>;

/** Only where it is still as the sender saw it. */
export function updatePractice(
  db: Database,
  practiceId: string,
  basedOn: number,
  words: PracticeWords,
) {
  return db
    .update(practices)
    .set(words)
    .where(
      and(
        eq(practices.id, practiceId),
        eq(practices.changedAt, basedOn),
        isNull(practices.withdrawnAt),
      ),
    );
}

export function withdrawPractice(db: Database, practiceId: string, now: number) {
  return db
    .update(practices)
    .set({ withdrawnAt: now })
    .where(and(eq(practices.id, practiceId), isNull(practices.withdrawnAt)));
}

/**
 * One for each village: what it says later takes the place of what it said, where that is what the
 * sender saw. @param basedOn null where they saw none
 */
export function upsertAdoption(
  db: Database,
  row: typeof practiceAdoptions.$inferInsert,
  basedOn: string | null,
) {
  const { changes, personId, at } = row;
  const stands = sql`exists (select 1 from ${practices}
    where ${practices.id} = ${row.practiceId} and ${practices.withdrawnAt} is null)`;
  return insertWhere(db, practiceAdoptions, row, stands).onConflictDoUpdate({
    target: [practiceAdoptions.practiceId, practiceAdoptions.villageId],
    set: { changes, personId, at },
    setWhere: sql`${practiceAdoptions.changes} is ${basedOn}
      or ${practiceAdoptions.changes} = ${changes}`,
  });
}

export function deleteAdoption(db: Database, practiceId: string, villageId: string) {
  return db
    .delete(practiceAdoptions)
    .where(
      and(eq(practiceAdoptions.practiceId, practiceId), eq(practiceAdoptions.villageId, villageId)),
    );
}
