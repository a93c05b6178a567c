import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { districts, documents } from "./schema.ts";

/** What facilitators keep about the law; days are YYYY-MM-DD in WIB, times ms since 1970. */
export const regulations = sqliteTable(
  "regulations",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    kind: text("kind").notNull(),
    number: text("number").notNull(),
    year: integer("year").notNull(),
    about: text("about").notNull(),
    inForceSince: text("in_force_since"),
    withdrawnOn: text("withdrawn_on"),
    replacedById: text("replaced_by_id").references((): AnySQLiteColumn => regulations.id),
    /** Whether somebody compared the entry with the official text. */
    isConfirmed: integer("is_confirmed", { mode: "boolean" }).notNull().default(false),
    /** Kind, number and year, folded: one regulation stands in the register once. */
    regulationKey: text("regulation_key").notNull(),
    createdAt: integer("created_at").notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [
    uniqueIndex("regulations_by_key").on(table.districtId, table.regulationKey),
    index("regulations_by_replacement").on(table.replacedById),
  ],
);

/** Which documents cite what, as their rooms read it; an id may be of no regulation. */
export const regulationCitations = sqliteTable(
  "regulation_citations",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    regulationId: text("regulation_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.regulationId] }),
    index("regulation_citations_by_regulation").on(table.regulationId),
  ],
);
