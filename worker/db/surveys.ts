import { and, asc, desc, eq, getTableColumns, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { SurveyStatus } from "../../domain/survey/rules.ts";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { villages } from "./schema.ts";
import { surveyParticipations, surveys, surveyVillages } from "./survey-schema.ts";
import { villageBadge } from "./villages.ts";

export type Survey = typeof surveys.$inferSelect;

/** Who asks: of a village or of none. */
export interface Respondent {
  personId: string;
  villageId: string | null;
}

/** Whether a village is asked or was until it left, in SQL about the row of `surveys`. */
const concerns = ({ villageId }: Respondent) => sql<number>`exists (
  select 1 from survey_villages where survey_id = surveys.id and village_id = ${villageId})`;

const columns = (asker: Respondent) => ({
  ...getTableColumns(surveys),
  isAsked: sql<number>`exists (select 1 from survey_villages
    where survey_id = surveys.id and village_id = ${asker.villageId} and left_at is null)`,
  isForTheirVillage: concerns(asker),
  askedCount: sql<number>`(select count(*) from survey_villages
    where survey_id = surveys.id and left_at is null)`,
  answerCount: sql<number>`(select count(*) from survey_participations where survey_id = surveys.id)`,
  ownSentAt: sql<number | null>`(select sent_at from survey_participations
    where survey_id = surveys.id and respondent_id in (${asker.villageId}, ${asker.personId}))`,
  ownIsLate: sql<number | null>`(select is_late from survey_participations
    where survey_id = surveys.id and respondent_id in (${asker.villageId}, ${asker.personId}))`,
  ownSentBy: sql<string | null>`(select name from survey_participations
    join people on people.id = person_id
    where survey_id = surveys.id and respondent_id in (${asker.villageId}, ${asker.personId}))`,
  /** The newest version that anybody is asked, where it is a later one. */
  laterId: sql<string | null>`(select id from surveys as later
    where later.series_id = surveys.series_id and later.version > surveys.version
      and later.status <> 'draft' order by later.version desc limit 1)`,
});

export type SurveyFound = Awaited<ReturnType<typeof findSurvey>> & object;

export async function findSurvey(db: Database, id: string, districtId: string, asker: Respondent) {
  const [found] = await db
    .select(columns(asker))
    .from(surveys)
    .where(and(eq(surveys.id, id), eq(surveys.districtId, districtId)));
  return found ?? null;
}

/** Of a district: all of them, or those that concern the asker's village; the newest first. */
export function selectSurveys(
  db: Database,
  districtId: string,
  asker: Respondent,
  which: { drafts: boolean; ofOthers: boolean },
) {
  return db
    .select(columns(asker))
    .from(surveys)
    .where(
      and(
        eq(surveys.districtId, districtId),
        which.drafts ? undefined : ne(surveys.status, "draft"),
        which.ofOthers ? undefined : concerns(asker),
      ),
    )
    .orderBy(desc(surveys.createdAt), asc(surveys.id));
}

/** The villages that may be asked, and those that are or have answered, by name. */
export function selectVillagesOf(db: Database, survey: { id: string; districtId: string }) {
  const those = sql`survey_id = ${survey.id} and village_id = villages.id`;
  return db
    .select({
      ...villageBadge,
      isDemo: villages.isDemo,
      isAsked: sql<number>`exists (select 1 from survey_villages where ${those} and left_at is null)`,
      answers: sql<number>`(select count(*) from survey_participations where ${those})`,
      late: sql<number>`(select count(*) from survey_participations where ${those} and is_late)`,
      lastSentAt: sql<
        number | null
      >`(select max(sent_at) from survey_participations where ${those})`,
    })
    .from(villages)
    .where(eq(villages.districtId, survey.districtId))
    .orderBy(villages.name);
}

export async function countVillages(db: Database, districtId: string, ids: readonly string[]) {
  return db.$count(
    villages,
    and(
      eq(villages.districtId, districtId),
      sql`${villages.id} in (select value from json_each(${JSON.stringify(ids)}))`,
    ),
  );
}

/** Undefined where no survey has the id. */
export async function findSurveyMaker(db: Database, id: string) {
  const [row] = await db
    .select({ personId: surveys.createdByPersonId })
    .from(surveys)
    .where(eq(surveys.id, id));
  return row?.personId;
}

export function insertSurvey(db: Database, survey: typeof surveys.$inferInsert) {
  return db.insert(surveys).values(survey);
}

/** The next version of a series, as a draft; nothing where the last one is still a draft. */
export function insertNextVersion(
  db: Database,
  survey: Survey,
  next: { id: string; personId: string; now: number },
) {
  return insertWhere(
    db,
    surveys,
    {
      ...survey,
      questions: sql`${JSON.stringify(survey.questions)}`,
      id: next.id,
      version: sql`(select max(version) + 1 from surveys where series_id = ${survey.seriesId})`,
      status: "draft",
      revision: 0,
      createdByPersonId: next.personId,
      createdAt: next.now,
      openedAt: null,
      closedAt: null,
    },
    sql`not exists (select 1 from surveys where series_id = ${survey.seriesId} and status = 'draft')`,
  );
}

export async function findDraftOf(db: Database, seriesId: string): Promise<string | null> {
  const [draft] = await db
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.seriesId, seriesId), eq(surveys.status, "draft")));
  return draft?.id ?? null;
}

export type DraftWords = Pick<Survey, "title" | "intro" | "unit" | "openness" | "questions">;

/** Only while it is a draft and still as its editor saw it. */
export function updateDraft(db: Database, id: string, words: DraftWords, revision: number) {
  return db
    .update(surveys)
    .set({ ...words, revision: revision + 1 })
    .where(stillDraft(id, revision));
}

/** Only as its remover saw it. */
export function deleteDraft(db: Database, id: string, revision: number) {
  return db.delete(surveys).where(stillDraft(id, revision));
}

/** Asks these villages and no others, where the condition holds; the others have left. */
export function replaceVillages(
  db: Database,
  surveyId: string,
  villageIds: readonly string[],
  { now, condition }: { now: number; condition: SQL },
) {
  const ids = sql`(select value from json_each(${JSON.stringify(villageIds)}))`;
  return [
    db
      .update(surveyVillages)
      .set({ leftAt: now })
      .where(
        and(
          eq(surveyVillages.surveyId, surveyId),
          sql`${surveyVillages.villageId} not in ${ids}`,
          condition,
        ),
      ),
    db
      .insert(surveyVillages)
      .select(sql`select ${surveyId}, value, null from ${ids} where ${condition}`)
      .onConflictDoUpdate({
        target: [surveyVillages.surveyId, surveyVillages.villageId],
        set: { leftAt: null },
      }),
  ];
}

export function isStill(id: string, status: SurveyStatus, revision?: number): SQL {
  const same = revision === undefined ? sql`true` : sql`revision = ${revision}`;
  return sql`exists (select 1 from surveys where id = ${id} and status = ${status} and ${same})`;
}

export function openSurvey(db: Database, id: string, revision: number, now: number) {
  return db.update(surveys).set({ status: "open", openedAt: now }).where(stillDraft(id, revision));
}

/** A version that is opened ends the one before it. */
export function closeEarlier(db: Database, survey: Survey, condition: SQL, now: number) {
  return db
    .update(surveys)
    .set({ status: "closed", closedAt: now })
    .where(
      and(
        eq(surveys.seriesId, survey.seriesId),
        eq(surveys.status, "open"),
        ne(surveys.id, survey.id),
        condition,
      ),
    );
}

export function closeSurvey(db: Database, id: string, now: number) {
  return db
    .update(surveys)
    .set({ status: "closed", closedAt: now })
    .where(and(eq(surveys.id, id), eq(surveys.status, "open")));
}

/** The opened versions of a series, the newest first. */
export function selectVersions(db: Database, seriesId: string) {
  return db
    .select({
      id: surveys.id,
      version: surveys.version,
      status: surveys.status,
      openedAt: surveys.openedAt,
    })
    .from(surveys)
    .where(and(eq(surveys.seriesId, seriesId), inArray(surveys.status, ["open", "closed"])))
    .orderBy(desc(surveys.version));
}

/** Who answered in a village's name, or this person. */
export async function findParticipation(db: Database, surveyId: string, respondentId: string) {
  const [found] = await db
    .select({
      key: surveyParticipations.key,
      sentAt: surveyParticipations.sentAt,
      isLate: surveyParticipations.isLate,
      personId: surveyParticipations.personId,
      personName: sql<string>`(select name from people where id = ${surveyParticipations.personId})`,
    })
    .from(surveyParticipations)
    .where(
      and(
        eq(surveyParticipations.surveyId, surveyId),
        eq(surveyParticipations.respondentId, respondentId),
      ),
    );
  return found ?? null;
}

function stillDraft(id: string, revision: number) {
  return and(eq(surveys.id, id), eq(surveys.status, "draft"), eq(surveys.revision, revision));
}
