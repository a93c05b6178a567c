import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { publicKinds } from "../../domain/publication/public-content.ts";
import { districts, documents, forums, people } from "./schema.ts";

/**
 * What was put before the public, an edition in each row; times in ms since 1970. The newest edition
 * alone has a content, and none once it was withdrawn: nothing lies about that nobody is to read.
 */
export const publications = sqliteTable(
  "publications",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    kind: text("kind", { enum: publicKinds }).notNull(),
    /** The document (also of a module or a sheet) or the practice. */
    subjectId: text("subject_id").notNull(),
    documentId: text("document_id").references(() => documents.id),
    /** On whose page it stands. */
    forumId: text("forum_id").references(() => forums.id),
    /** From 1. */
    edition: integer("edition").notNull(),
    /** The entry of the room's log that it was read at; null for what has no room. */
    place: integer("place"),
    /** SHA-256 of the canonical JSON of the content as it was published. */
    digest: text("digest").notNull(),
    /** JSON of `PublicContent`. */
    content: text("content"),
    publishedByPersonId: text("published_by_person_id")
      .notNull()
      .references(() => people.id),
    publishedAt: integer("published_at").notNull(),
    withdrawnAt: integer("withdrawn_at"),
    withdrawnByPersonId: text("withdrawn_by_person_id").references(() => people.id),
  },
  (table) => [
    uniqueIndex("publications_by_subject").on(table.kind, table.subjectId, table.edition),
    index("publications_by_forum").on(table.forumId),
    index("publications_by_document").on(table.documentId),
  ],
);

/** What citizens ask on a forum's public page: without a name, an address or a contact. */
export const citizenQuestions = sqliteTable(
  "citizen_questions",
  {
    id: text("id").primaryKey(),
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    text: text("text").notNull(),
    askedAt: integer("asked_at").notNull(),
    status: text("status", { enum: ["waiting", "answered", "setAside"] }).notNull(),
    /** The question as the public reads it: without what points to somebody. */
    shownText: text("shown_text").notNull(),
    answer: text("answer").notNull(),
    isPublic: integer("is_public", { mode: "boolean" }).notNull(),
    answeredByPersonId: text("answered_by_person_id").references(() => people.id),
    /** What a second facilitator's change is based on. */
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [index("citizen_questions_by_forum").on(table.forumId, table.status)],
);

/** The secret address under which a person's calendar is fetched: one each. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    personId: text("person_id")
      .primaryKey()
      .references(() => people.id),
    tokenHash: text("token_hash").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("calendar_feeds_by_token").on(table.tokenHash)],
);
