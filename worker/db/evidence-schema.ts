import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  evidenceFields,
  evidenceNumbers,
  evidenceSubjects,
  indicatorStatuses,
  programStages,
  proofKinds,
} from "../../domain/evidence/evidence-lists.ts";
import { districts, forums, people } from "./schema.ts";

const district = () =>
  text("district_id")
    .notNull()
    .references(() => districts.id);
const person = (name: string) =>
  text(name)
    .notNull()
    .references(() => people.id);
/** The indicator's id, or the stage's code. */
const subject = {
  subjectKind: text("subject_kind", { enum: evidenceSubjects }).notNull(),
  subjectId: text("subject_id").notNull(),
};

/** An indicator of the innovation index; its words belong to the district. Times in ms since 1970. */
export const evidenceIndicators = sqliteTable(
  "evidence_indicators",
  {
    id: text("id").primaryKey(),
    districtId: district(),
    position: integer("position").notNull(),
    /** As the index numbers it. */
    number: text("number").notNull(),
    name: text("name").notNull(),
    level3: text("level3").notNull(),
    level2: text("level2").notNull(),
    level1: text("level1").notNull(),
    /** The kind of evidence that is asked for. */
    proof: text("proof").notNull(),
    systemNumber: text("system_number", { enum: evidenceNumbers }),
    status: text("status", { enum: indicatorStatuses }).notNull().default("notStarted"),
    /** 0 where none is reached yet, 1 to 3; null while nobody chose. */
    level: integer("level"),
    note: text("note").notNull().default(""),
    /** Taken off the list; it may be put back. */
    removedAt: integer("removed_at"),
  },
  (table) => [index("evidence_indicators_by_district").on(table.districtId)],
);

/** A forum, an address or some words that prove an indicator or a stage. */
export const evidenceProofs = sqliteTable(
  "evidence_proofs",
  {
    id: text("id").primaryKey(),
    districtId: district(),
    ...subject,
    kind: text("kind", { enum: proofKinds }).notNull(),
    forumId: text("forum_id").references(() => forums.id),
    /** https, or a path of this product. */
    url: text("url"),
    words: text("words").notNull(),
    addedByPersonId: person("added_by_person_id"),
    createdAt: integer("created_at").notNull(),
    removedAt: integer("removed_at"),
  },
  (table) => [index("evidence_proofs_by_subject").on(table.districtId, table.subjectKind)],
);

export const evidenceFiles = sqliteTable(
  "evidence_files",
  {
    /** Also the name of the object that holds its bytes. */
    id: text("id").primaryKey(),
    districtId: district(),
    ...subject,
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    addedByPersonId: person("added_by_person_id"),
    createdAt: integer("created_at").notNull(),
    removedAt: integer("removed_at"),
  },
  (table) => [index("evidence_files_by_subject").on(table.districtId, table.subjectKind)],
);

/** Who changed what of the evidence and when, with the words: the audit log holds codes alone. */
export const evidenceChanges = sqliteTable(
  "evidence_changes",
  {
    id: text("id").primaryKey(),
    districtId: district(),
    ...subject,
    personId: person("person_id"),
    at: integer("at").notNull(),
    field: text("field", { enum: evidenceFields }).notNull(),
    fromText: text("from_text").notNull(),
    toText: text("to_text").notNull(),
  },
  (table) => [index("evidence_changes_by_district").on(table.districtId, table.at)],
);

/** When a stage of the programme was planned, begun and done: days as YYYY-MM-DD, in WIB. */
export const programStageDays = sqliteTable(
  "program_stage_days",
  {
    districtId: district(),
    stage: text("stage", { enum: programStages }).notNull(),
    plannedOn: text("planned_on"),
    begunOn: text("begun_on"),
    doneOn: text("done_on"),
  },
  (table) => [primaryKey({ columns: [table.districtId, table.stage] })],
);

/** Who has evaluated a forum; what they said bears no name. */
export const forumEvaluators = sqliteTable(
  "forum_evaluators",
  {
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    personId: person("person_id"),
  },
  (table) => [primaryKey({ columns: [table.forumId, table.personId] })],
);

/**
 * One answer each, without who and when. Neither table keeps the order of its rows (WITHOUT ROWID,
 * in the migration), so that they cannot be laid side by side.
 */
export const forumEvaluations = sqliteTable(
  "forum_evaluations",
  {
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    /** Random. */
    id: text("id").notNull(),
    score: integer("score").notNull(),
    words: text("words").notNull(),
  },
  (table) => [primaryKey({ columns: [table.forumId, table.id] })],
);
