import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import { forumColumns, ownPlaces } from "./forums.ts";
import { modules } from "./module-schema.ts";
import type { Database } from "./open.ts";
import { problemMerges, problemSources, problems } from "./problems-schema.ts";
import { documents, forumMembers, forums, people, threads, villages } from "./schema.ts";
import { surveys } from "./survey-schema.ts";
import type { Respondent } from "./surveys.ts";

/** Without the note, which may be long and stands on the problem's own page alone. */
const problemColumns = {
  id: problems.id,
  theme: problems.theme,
  title: problems.title,
  urgency: problems.urgency,
  impact: problems.impact,
  frequency: problems.frequency,
  createdAt: problems.createdAt,
  revision: problems.revision,
  mergedIntoId: problems.mergedIntoId,
  setAsideAt: problems.setAsideAt,
  separatedAt: problems.separatedAt,
  documentId: problems.documentId,
  moduleId: problems.moduleId,
};

export type ListedProblemRow = Awaited<ReturnType<typeof selectProblems>>[number];
export type SourceRow = Awaited<ReturnType<typeof selectSources>>[number];

export function selectProblems(db: Database, districtId: string) {
  return db.select(problemColumns).from(problems).where(eq(problems.districtId, districtId));
}

/** Of all problems of the district, each with the villages that it names. */
export async function selectSources(db: Database, districtId: string) {
  const rows = await db
    .select({
      id: problemSources.id,
      problemId: problemSources.problemId,
      kind: problemSources.kind,
      surveyId: problemSources.surveyId,
      questionId: problemSources.questionId,
      choiceId: problemSources.choiceId,
      documentId: problemSources.documentId,
      threadId: problemSources.threadId,
      addedAt: problemSources.addedAt,
      villageIds: sql<string>`(select json_group_array(village_id) from problem_villages
        where source_id = ${problemSources.id})`.as("village_ids"),
    })
    .from(problemSources)
    .innerJoin(problems, eq(problems.id, problemSources.problemId))
    .where(eq(problems.districtId, districtId))
    .orderBy(problemSources.addedAt, problemSources.id);
  return rows.map((row) => ({ ...row, villageIds: JSON.parse(row.villageIds) as string[] }));
}

/**
 * The cases and modules that problems come from or led to, as the person stands to them: one row for
 * each of their places. Modules stand in circles, hence every kind of forum.
 */
export function selectDocumentsOfProblems(db: Database, districtId: string, personId: string) {
  const those = sql`${documents.id} in (
    select document_id from problem_sources where document_id is not null
    union select document_id from problems where document_id is not null
    union select module_id from problems where module_id is not null)`;
  return db
    .select({
      document: documentColumns,
      forum: forumColumns,
      role: forumMembers.role,
      removedAt: modules.removedAt,
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .leftJoin(modules, eq(modules.documentId, documents.id))
    .where(and(eq(forums.districtId, districtId), those));
}

/** What the rules ask of the surveys that problems come from. */
export function selectSurveysOfProblems(
  db: Database,
  districtId: string,
  { villageId }: Respondent,
) {
  return db
    .select({
      id: surveys.id,
      title: surveys.title,
      status: surveys.status,
      openness: surveys.openness,
      isForTheirVillage: sql<number>`exists (select 1 from survey_villages
        where survey_id = surveys.id and village_id = ${villageId})`.as("is_for_their_village"),
    })
    .from(surveys)
    .where(
      and(
        eq(surveys.districtId, districtId),
        sql`${surveys.id} in (select survey_id from problem_sources)`,
      ),
    );
}

/** How many answers to a question the sums of its survey count. */
export function selectReleasedCounts(db: Database, districtId: string) {
  return db
    .selectDistinct({
      surveyId: problemSources.surveyId,
      questionId: problemSources.questionId,
      count: releasedAnswers(sql`${problemSources.surveyId}`, sql`${problemSources.questionId}`).as(
        "released",
      ),
    })
    .from(problemSources)
    .innerJoin(problems, eq(problems.id, problemSources.problemId))
    .where(and(eq(problems.districtId, districtId), isNotNull(problemSources.surveyId)));
}

function releasedAnswers(surveyId: SQL, questionId: SQL) {
  return sql<number>`(select count(*) from survey_answers as given
    where given.survey_id = ${surveyId} and given.release is not null
      and exists (select 1 from json_each(given.answers) where key = ${questionId}))`;
}

export async function countReleased(db: Database, surveyId: string, questionId: string) {
  const [row] = await db
    .select({ count: releasedAnswers(sql`${surveyId}`, sql`${questionId}`).as("released") })
    .from(sql`(select 1)`);
  return row?.count ?? 0;
}

/** Which were merged into which, also what was undone. */
export function selectMerges(db: Database, districtId: string) {
  return db
    .select({
      problemId: problemMerges.problemId,
      intoId: problemMerges.intoId,
      mergedAt: problemMerges.mergedAt,
      undoneAt: problemMerges.undoneAt,
    })
    .from(problemMerges)
    .innerJoin(problems, eq(problems.id, problemMerges.intoId))
    .where(eq(problems.districtId, districtId));
}

/** What stands on a problem's own page alone. */
export async function findProblem(db: Database, districtId: string, problemId: string) {
  const nameOf = (id: SQL) => sql<string | null>`(select name from ${people} where id = ${id})`;
  const [row] = await db
    .select({
      note: problems.note,
      madeBy: nameOf(sql`${problems.madeByPersonId}`).as("made_by"),
      madeByPersonId: problems.madeByPersonId,
      setAsideBy: nameOf(sql`${problems.setAsideByPersonId}`).as("set_aside_by"),
      separatedBy: nameOf(sql`${problems.separatedByPersonId}`).as("separated_by"),
    })
    .from(problems)
    .where(and(eq(problems.id, problemId), eq(problems.districtId, districtId)));
  return row ?? null;
}

/** The words of the questions that these sources came from. */
export function selectQuestionsOf(db: Database, surveyIds: readonly string[]) {
  return db
    .select({ id: surveys.id, questions: surveys.questions })
    .from(surveys)
    .where(sql`${surveys.id} in (select value from json_each(${JSON.stringify(surveyIds)}))`);
}

/** Notes that still stand beside their document. */
export function selectStandingNotes(db: Database, threadIds: readonly string[]) {
  return db
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        sql`${threads.id} in (select value from json_each(${JSON.stringify(threadIds)}))`,
        sql`${threads.removedAt} is null and ${threads.placement} <> 'placing'`,
      ),
    );
}

/** The villages that the map has rows for: those of the reader's kind, by name. */
export function selectMapVillages(db: Database, districtId: string) {
  return db
    .select({
      id: villages.id,
      name: villages.name,
      colour: villages.colour,
      isDemo: villages.isDemo,
    })
    .from(villages)
    .where(eq(villages.districtId, districtId))
    .orderBy(villages.name);
}
