import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { documents, people, villages } from "./schema.ts";

/** Lembar Hasil Belajar: what one case taught; times in ms since 1970. */
export const outcomes = sqliteTable(
  "outcomes",
  {
    /** The case. */
    documentId: text("document_id")
      .primaryKey()
      .references(() => documents.id),
    learnt: text("learnt").notNull(),
    /** The agreement that it supports: its document and container; null where there is none. */
    agreementDocumentId: text("agreement_document_id").references(() => documents.id),
    agreementNodeId: text("agreement_node_id"),
    /** The village decision or regulation that it supports, in words; may be empty. */
    decision: text("decision").notNull(),
    writtenByPersonId: text("written_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: integer("created_at").notNull(),
    /** Of its newest words: what a second writer's change is based on. */
    changedAt: integer("changed_at").notNull(),
    /** From when on it is asked what came of it. */
    askAgainAt: integer("ask_again_at").notNull(),
    /** What came of it as a whole; null until somebody has said. */
    result: text("result"),
    resultAt: integer("result_at"),
  },
  (table) => [index("outcomes_by_asking").on(table.askAgainAt)],
);

/** A village that applies what the case taught. */
export const outcomeVillages = sqliteTable(
  "outcome_villages",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => outcomes.documentId),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    markedByPersonId: text("marked_by_person_id")
      .notNull()
      .references(() => people.id),
    markedAt: integer("marked_at").notNull(),
    /** What came of it there; null until the village has said. */
    result: text("result"),
    resultAt: integer("result_at"),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.villageId] })],
);
