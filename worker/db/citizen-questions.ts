import { and, desc, eq, sql } from "drizzle-orm";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { citizenQuestions, publications } from "./publications-schema.ts";
import { forums } from "./schema.ts";

export type CitizenQuestion = typeof citizenQuestions.$inferSelect;

/** Only while something of the forum is public, and not more than can wait. */
export function insertCitizenQuestion(
  db: Database,
  question: typeof citizenQuestions.$inferInsert,
  maxWaiting: number,
) {
  const { forumId } = question;
  return insertWhere(
    db,
    citizenQuestions,
    question,
    sql`exists (select 1 from ${publications} where ${publications.forumId} = ${forumId}
        and ${publications.content} is not null)
      and (select count(*) from ${citizenQuestions} where ${citizenQuestions.forumId} = ${forumId}
        and ${citizenQuestions.status} = 'waiting') < ${maxWaiting}`,
  ).onConflictDoNothing();
}

export async function findCitizenQuestion(db: Database, id: string) {
  const [row] = await db
    .select({ question: citizenQuestions, districtId: forums.districtId })
    .from(citizenQuestions)
    .innerJoin(forums, eq(forums.id, citizenQuestions.forumId))
    .where(eq(citizenQuestions.id, id));
  return row ?? null;
}

/** More than anybody reads at once; those that wait come first. */
const maxListed = 300;

/** What was asked of the forums of these districts. */
export function selectCitizenQuestions(db: Database, districtIds: readonly string[]) {
  return db
    .select({
      question: citizenQuestions,
      forum: {
        forumId: sql<string>`${forums.id}`.as("asked_forum_id"),
        title: forums.title,
        isDemo: forums.isDemo,
      },
    })
    .from(citizenQuestions)
    .innerJoin(forums, eq(forums.id, citizenQuestions.forumId))
    .where(
      sql`${forums.districtId} in (select value from json_each(${JSON.stringify(districtIds)}))`,
    )
    .orderBy(desc(sql`${citizenQuestions.status} = 'waiting'`), desc(citizenQuestions.askedAt))
    .limit(maxListed);
}

/** How many of a forum wait, the longest waiting forum first. */
export function selectCitizensWaiting(db: Database, districtIds: readonly string[]) {
  return db
    .select({
      forumId: forums.id,
      title: forums.title,
      isDemo: forums.isDemo,
      count: sql<number>`count(*)`.mapWith(Number).as("waiting_count"),
    })
    .from(citizenQuestions)
    .innerJoin(forums, eq(forums.id, citizenQuestions.forumId))
    .where(
      sql`${citizenQuestions.status} = 'waiting' and ${forums.districtId} in
        (select value from json_each(${JSON.stringify(districtIds)}))`,
    )
    .groupBy(forums.id)
    .orderBy(sql`min(${citizenQuestions.askedAt})`);
}

type Changes = Pick<
  CitizenQuestion,
  "status" | "shownText" | "answer" | "isPublic" | "answeredByPersonId" | "changedAt"
>;

/** Only where it still stands as the sender saw it. */
export function updateCitizenQuestion(db: Database, id: string, changes: Changes, basedOn: number) {
  return db
    .update(citizenQuestions)
    .set(changes)
    .where(and(eq(citizenQuestions.id, id), eq(citizenQuestions.changedAt, basedOn)));
}
