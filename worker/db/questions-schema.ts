import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { themes } from "../../domain/statuses.ts";
import { regulations } from "./regulations-schema.ts";
import { districts, documents, people, villages } from "./schema.ts";

/** "Tanya Bareng"; times in ms since 1970. */
export const questions = sqliteTable(
  "questions",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    theme: text("theme", { enum: themes }).notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    askedByPersonId: text("asked_by_person_id")
      .notNull()
      .references(() => people.id),
    /** Null where an office asks. */
    villageId: text("village_id").references(() => villages.id),
    /** Whether other villages are not told whose question it is. */
    isHidden: integer("is_hidden", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
    withdrawnAt: integer("withdrawn_at"),
    /** The answer that stands, and what it rests on. */
    standingAnswerId: text("standing_answer_id"),
    regulationId: text("regulation_id").references(() => regulations.id),
    /** The case that it became. */
    documentId: text("document_id").references(() => documents.id),
  },
  (table) => [index("questions_by_district").on(table.districtId, table.createdAt)],
);

export const answers = sqliteTable(
  "answers",
  {
    id: text("id").primaryKey(),
    questionId: text("question_id")
      .notNull()
      .references(() => questions.id),
    authorPersonId: text("author_person_id")
      .notNull()
      .references(() => people.id),
    villageId: text("village_id").references(() => villages.id),
    text: text("text").notNull(),
    createdAt: integer("created_at").notNull(),
    withdrawnAt: integer("withdrawn_at"),
  },
  (table) => [index("answers_by_question").on(table.questionId)],
);

/** What facilitators tell everybody. */
export const announcements = sqliteTable(
  "announcements",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    title: text("title").notNull(),
    text: text("text").notNull(),
    madeByPersonId: text("made_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: integer("created_at").notNull(),
    withdrawnAt: integer("withdrawn_at"),
  },
  (table) => [index("announcements_by_district").on(table.districtId, table.createdAt)],
);

/** Who has read an announcement, and since when. */
export const announcementReads = sqliteTable(
  "announcement_reads",
  {
    announcementId: text("announcement_id")
      .notNull()
      .references(() => announcements.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.announcementId, table.personId] })],
);

/** The directory: in which themes somebody says to have experience, because they wish to be asked. */
export const experiences = sqliteTable(
  "experiences",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    theme: text("theme", { enum: themes }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.theme] })],
);
