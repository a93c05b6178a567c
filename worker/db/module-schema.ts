import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moduleStatuses } from "../../domain/modules.ts";
import { districts, documents, forums, people, villages } from "./schema.ts";

/** What a training module is beside its text, which is a document of the same id. */
export const modules = sqliteTable(
  "modules",
  {
    documentId: text("document_id")
      .primaryKey()
      .references(() => documents.id),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    status: text("status", { enum: moduleStatuses }).notNull(),
    createdByPersonId: text("created_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: integer("created_at").notNull(),
    /** Taken out of all lists; never one that a forum has used. */
    removedAt: integer("removed_at"),
  },
  (table) => [index("modules_by_district").on(table.districtId)],
);

/** Who was asked to write in it, and what; they are the members of its circle. */
export const moduleWriters = sqliteTable(
  "module_writers",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => modules.documentId),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** What they are asked to write, in the facilitator's words. */
    request: text("request").notNull(),
    askedByPersonId: text("asked_by_person_id")
      .notNull()
      .references(() => people.id),
    askedAt: integer("asked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.personId] })],
);

/** Which forum used it, as it stood at this place of its record. */
export const moduleUses = sqliteTable(
  "module_uses",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => modules.documentId),
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    place: integer("place").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.forumId] })],
);

/** What somebody thought of it after a forum, once; scales from 1 to 4. */
export const moduleEvaluations = sqliteTable(
  "module_evaluations",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => modules.documentId),
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    villageId: text("village_id").references(() => villages.id),
    givenAs: text("given_as", { enum: ["participant", "facilitator"] }).notNull(),
    clear: integer("clear").notNull(),
    useful: integer("useful").notNull(),
    fitting: integer("fitting").notNull(),
    applicable: integer("applicable").notNull(),
    word: text("word").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.forumId, table.personId] })],
);
