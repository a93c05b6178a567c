import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { surveyOpennesses } from "../../domain/survey/openness.ts";
import type { Answers, Question } from "../../domain/survey/questions.ts";
import { surveyStatuses, surveyUnits } from "../../domain/survey/rules.ts";
import { districts, people, villages } from "./schema.ts";

/** A version of a survey; versions of one share `seriesId`. From `open` on its questions stay. */
export const surveys = sqliteTable(
  "surveys",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    seriesId: text("series_id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    intro: text("intro").notNull(),
    unit: text("unit", { enum: surveyUnits }).notNull(),
    openness: text("openness", { enum: surveyOpennesses }).notNull(),
    questions: text("questions", { mode: "json" }).$type<readonly Question[]>().notNull(),
    status: text("status", { enum: surveyStatuses }).notNull(),
    /** Rises with each change of a draft, so that two who edit it do not overwrite each other. */
    revision: integer("revision").notNull(),
    createdByPersonId: text("created_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: integer("created_at").notNull(),
    openedAt: integer("opened_at"),
    closedAt: integer("closed_at"),
  },
  (table) => [
    index("surveys_by_district").on(table.districtId),
    uniqueIndex("surveys_by_version").on(table.seriesId, table.version),
  ],
);

/** Which villages are asked, or were until they left. */
export const surveyVillages = sqliteTable(
  "survey_villages",
  {
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    leftAt: integer("left_at"),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.villageId] })],
);

/**
 * Who has answered: a village or a person, by the survey's unit. `key` is the sender's own, so that
 * a second sending is known as the same. `release`: see `survey_answers`.
 */
export const surveyParticipations = sqliteTable(
  "survey_participations",
  {
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    respondentId: text("respondent_id").notNull(),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    key: text("key").notNull(),
    sentAt: integer("sent_at").notNull(),
    isLate: integer("is_late", { mode: "boolean" }).notNull(),
    release: integer("release"),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.respondentId] }),
    index("survey_participations_by_village").on(table.villageId),
  ],
);

/**
 * What was answered. Never by whom; of which village only where somebody may see it. The id is
 * random and is SQLite's row number too, and there is no time: nothing here follows the order of
 * `survey_participations`. `release` counts the groups of villages by which sums grow.
 */
export const surveyAnswers = sqliteTable(
  "survey_answers",
  {
    id: integer("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    villageId: text("village_id").references(() => villages.id),
    isLate: integer("is_late", { mode: "boolean" }).notNull(),
    answers: text("answers", { mode: "json" }).$type<Answers>().notNull(),
    release: integer("release"),
  },
  (table) => [index("survey_answers_by_survey").on(table.surveyId)],
);
