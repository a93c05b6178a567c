import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { searchedKinds } from "../../domain/search/searched-kinds.ts";

/**
 * What is in the index. Its words stand in `search_index` under the same id: an FTS5 table, which
 * the migration makes. Whoever may see it, and whether it still stands, is asked of the thing itself.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    id: integer("id").primaryKey(),
    kind: text("kind", { enum: searchedKinds }).notNull(),
    /** The thing's id; of an agreement its document's and its container's, with a colon between. */
    subjectId: text("subject_id").notNull(),
    /** The document that it is, or belongs to; it may be gone before its words are. */
    documentId: text("document_id"),
    /** Of a document: the entry of its room's log that the words were read at. */
    place: integer("place").notNull().default(0),
  },
  (table) => [uniqueIndex("search_entries_by_subject").on(table.kind, table.subjectId)],
);

/**
 * What changed since it was indexed: triggers write it with the change. `stamp` is random, so that
 * what changes again while it is being indexed stays due.
 */
export const searchDue = sqliteTable(
  "search_due",
  {
    kind: text("kind", { enum: searchedKinds }).notNull(),
    subjectId: text("subject_id").notNull(),
    stamp: integer("stamp").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.subjectId] })],
);

/** Words of texts that were indexed, for typing errors; each is shown to nobody who sees it nowhere. */
export const searchWords = sqliteTable("search_words", { word: text("word").primaryKey() });
