import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { DocumentStatus } from "../../domain/statuses.ts";
import { documentColumns } from "./documents.ts";
import { forumColumns, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import { answers, questions } from "./questions-schema.ts";
import {
  agendaItemDocuments,
  documents,
  forumMembers,
  forums,
  forumVillages,
  replies,
  threads,
} from "./schema.ts";
import { surveyParticipations, surveys, surveyVillages } from "./survey-schema.ts";
import type { Respondent } from "./surveys.ts";

/** More than anybody is shown at once. */
const maxRows = 100;

const beforeTheForumEnds: readonly DocumentStatus[] = ["draft", "open"];
const whileItIsMended: readonly DocumentStatus[] = ["drafted", "returned"];

/**
 * Cases of other villages, in forums to which this village is invited, beside which nobody of it has
 * noted or replied anything; those of the next forum first.
 */
export function selectCasesToComment(db: Database, personId: string, villageId: string) {
  const noted = db
    .select({ one: sql`1` })
    .from(threads)
    .where(
      and(
        eq(threads.documentId, documents.id),
        isNull(threads.removedAt),
        or(
          eq(threads.authorVillageId, villageId),
          sql`exists (select 1 from ${replies} where ${replies.threadId} = ${threads.id}
            and ${replies.authorVillageId} = ${villageId} and ${replies.removedAt} is null)`,
        ),
      ),
    );
  return db
    .select({ document: documentColumns, forum: forumColumns, role: forumMembers.role })
    .from(documents)
    .innerJoin(forums, and(eq(forums.id, documents.forumId), eq(forums.kind, "forum")))
    .innerJoin(
      forumVillages,
      and(eq(forumVillages.forumId, forums.id), eq(forumVillages.villageId, villageId)),
    )
    .innerJoin(forumMembers, ownPlaces(personId))
    .where(
      and(
        eq(documents.kind, "case"),
        ne(forums.status, "cancelled"),
        or(
          and(inArray(documents.status, [...beforeTheForumEnds]), ne(forums.status, "ended")),
          inArray(documents.status, [...whileItIsMended]),
        ),
        sql`${documents.proposedByVillageId} is not ${villageId}`,
        sql`not exists ${noted}`,
      ),
    )
    .orderBy(desc(sql`${forums.status} = 'inSession'`), asc(forums.startsAt), documents.position)
    .limit(maxRows);
}

/** Nobody has answered them, and they became no case; the oldest first. */
export function selectUnanswered(db: Database, districtId: string) {
  return db
    .select({
      id: questions.id,
      title: questions.title,
      count: sql<number>`count(*) over ()`.mapWith(Number).as("unanswered_count"),
    })
    .from(questions)
    .where(
      and(
        eq(questions.districtId, districtId),
        isNull(questions.withdrawnAt),
        isNull(questions.documentId),
        sql`not exists (select 1 from ${answers} where ${answers.questionId} = ${questions.id}
          and ${answers.withdrawnAt} is null)`,
      ),
    )
    .orderBy(asc(questions.createdAt), asc(questions.id))
    .limit(1);
}

/** Those that are open, with how many villages are asked and how many of them have answered. */
export function selectOpenSurveys(db: Database, districtId: string) {
  const asked = sql`select ${surveyVillages.villageId} from ${surveyVillages}
    where ${surveyVillages.surveyId} = ${surveys.id} and ${surveyVillages.leftAt} is null`;
  return db
    .select({
      id: surveys.id,
      title: surveys.title,
      asked: sql<number>`(select count(*) from (${asked}))`.mapWith(Number),
      answered: sql<number>`(select count(distinct ${surveyParticipations.villageId})
        from ${surveyParticipations} where ${surveyParticipations.surveyId} = ${surveys.id}
          and ${surveyParticipations.villageId} in (${asked}))`.mapWith(Number),
    })
    .from(surveys)
    .where(and(eq(surveys.districtId, districtId), eq(surveys.status, "open")))
    .orderBy(asc(surveys.openedAt), asc(surveys.id))
    .limit(maxRows);
}

/** Open ones that this person, or their village, has not answered; without their questions. */
export function selectSurveysToAnswer(
  db: Database,
  districtId: string,
  { personId, villageId }: Respondent,
) {
  return db
    .select({
      id: surveys.id,
      title: surveys.title,
      questionCount: sql<number>`json_array_length(${surveys.questions})`.mapWith(Number),
    })
    .from(surveys)
    .innerJoin(
      surveyVillages,
      and(
        eq(surveyVillages.surveyId, surveys.id),
        eq(surveyVillages.villageId, villageId ?? ""),
        isNull(surveyVillages.leftAt),
      ),
    )
    .where(
      and(
        eq(surveys.districtId, districtId),
        eq(surveys.status, "open"),
        sql`not exists (select 1 from ${surveyParticipations}
          where ${surveyParticipations.surveyId} = ${surveys.id}
            and ${surveyParticipations.respondentId} in (${villageId}, ${personId}))`,
      ),
    )
    .orderBy(desc(surveys.createdAt), asc(surveys.id))
    .limit(maxRows);
}

/** Proposed for forums that are still to be held, and on no agenda; the next forum's first. */
export function selectUnsortedCases(db: Database, districtIds: readonly string[]) {
  return db
    .select({
      title: documents.title,
      forumId: sql<string>`${forums.id}`.as("forum_id"),
      forumTitle: sql<string>`${forums.title}`.as("forum_title"),
    })
    .from(documents)
    .innerJoin(forums, and(eq(forums.id, documents.forumId), eq(forums.kind, "forum")))
    .where(
      and(
        inArray(forums.districtId, [...districtIds]),
        inArray(forums.status, ["planned", "invited", "inSession"]),
        eq(documents.kind, "case"),
        inArray(documents.status, [...beforeTheForumEnds]),
        sql`not exists (select 1 from ${agendaItemDocuments}
          where ${agendaItemDocuments.documentId} = ${documents.id})`,
      ),
    )
    .orderBy(asc(forums.startsAt), documents.position, documents.createdAt)
    .limit(maxRows);
}
