import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { problemSourceKinds } from "../../domain/problems/rules.ts";
import { themes } from "../../domain/statuses.ts";
import { districts, documents, people, threads, villages } from "./schema.ts";
import { surveys } from "./survey-schema.ts";

/** What the villages have in common; times in ms since 1970. */
export const problems = sqliteTable(
  "problems",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    theme: text("theme", { enum: themes }).notNull(),
    title: text("title").notNull(),
    note: text("note").notNull(),
    urgency: integer("urgency").notNull(),
    impact: integer("impact").notNull(),
    frequency: integer("frequency").notNull(),
    madeByPersonId: text("made_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: integer("created_at").notNull(),
    /** Rises with each change, so that two who edit or merge it do not overwrite each other. */
    revision: integer("revision").notNull(),
    mergedIntoId: text("merged_into_id").references((): AnySQLiteColumn => problems.id),
    setAsideAt: integer("set_aside_at"),
    setAsideByPersonId: text("set_aside_by_person_id").references(() => people.id),
    /** It was merged of others, which are apart again. */
    separatedAt: integer("separated_at"),
    separatedByPersonId: text("separated_by_person_id").references(() => people.id),
    /** The case that was proposed for it. */
    documentId: text("document_id").references(() => documents.id),
    /** The module that was begun for it. */
    moduleId: text("module_id").references(() => documents.id),
  },
  (table) => [
    index("problems_by_district").on(table.districtId),
    index("problems_by_merged").on(table.mergedIntoId),
  ],
);

/** Which problem was merged into which, also what was undone: votes count as it stood. */
export const problemMerges = sqliteTable(
  "problem_merges",
  {
    problemId: text("problem_id")
      .notNull()
      .references(() => problems.id),
    intoId: text("into_id")
      .notNull()
      .references(() => problems.id),
    mergedAt: integer("merged_at").notNull(),
    undoneAt: integer("undone_at"),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.intoId] })],
);

/** Where it was found. What stands there is read there, never copied: who sees it is asked there. */
export const problemSources = sqliteTable(
  "problem_sources",
  {
    id: text("id").primaryKey(),
    problemId: text("problem_id")
      .notNull()
      .references(() => problems.id),
    kind: text("kind", { enum: problemSourceKinds }).notNull(),
    surveyId: text("survey_id").references(() => surveys.id),
    questionId: text("question_id"),
    /** The choice that was answered, of a question that has some. */
    choiceId: text("choice_id"),
    documentId: text("document_id").references(() => documents.id),
    threadId: text("thread_id").references(() => threads.id),
    addedByPersonId: text("added_by_person_id")
      .notNull()
      .references(() => people.id),
    addedAt: integer("added_at").notNull(),
  },
  (table) => [
    index("problem_sources_by_problem").on(table.problemId),
    index("problem_sources_by_document").on(table.documentId),
  ],
);

/** The villages that a source names; a problem has those that its sources name. */
export const problemVillages = sqliteTable(
  "problem_villages",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => problemSources.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.villageId] })],
);

/** A vote of the villages on which problems come first. */
export const priorityVotes = sqliteTable(
  "priority_votes",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    title: text("title").notNull(),
    /** How many problems each village may choose. */
    choices: integer("choices").notNull(),
    /** Whether it is told afterwards which village chose what. */
    isOpenVote: integer("is_open_vote", { mode: "boolean" }).notNull(),
    problemIds: text("problem_ids", { mode: "json" }).$type<readonly string[]>().notNull(),
    openedByPersonId: text("opened_by_person_id")
      .notNull()
      .references(() => people.id),
    openedAt: integer("opened_at").notNull(),
    endsAt: integer("ends_at").notNull(),
    closedAt: integer("closed_at"),
  },
  (table) => [index("priority_votes_by_district").on(table.districtId)],
);

/** Which villages are asked, or were until they left. */
export const priorityVoteVillages = sqliteTable(
  "priority_vote_villages",
  {
    voteId: text("vote_id")
      .notNull()
      .references(() => priorityVotes.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    leftAt: integer("left_at"),
  },
  (table) => [primaryKey({ columns: [table.voteId, table.villageId] })],
);

/** One for each village, by its representative. */
export const priorityBallots = sqliteTable(
  "priority_ballots",
  {
    voteId: text("vote_id")
      .notNull()
      .references(() => priorityVotes.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    problemIds: text("problem_ids", { mode: "json" }).$type<readonly string[]>().notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: integer("at").notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [primaryKey({ columns: [table.voteId, table.villageId] })],
);
