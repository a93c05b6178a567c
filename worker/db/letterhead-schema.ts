import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { districts } from "./schema.ts";

/** The head of the district's printed papers; a missing row means its names alone. */
export const letterheads = sqliteTable("letterheads", {
  districtId: text("district_id")
    .primaryKey()
    .references(() => districts.id),
  /** Empty lines mean what the district's own names say, or nothing. */
  government: text("government").notNull().default(""),
  office: text("office").notNull().default(""),
  address: text("address").notNull().default(""),
  contact: text("contact").notNull().default(""),
  /** Also the name of the object that holds the coat of arms; null where there is none. */
  emblemId: text("emblem_id"),
  emblemType: text("emblem_type"),
  emblemBytes: integer("emblem_bytes"),
  emblemSha256: text("emblem_sha256"),
  /** Rises with each change: who comes second is told. */
  revision: integer("revision").notNull(),
  changedAt: integer("changed_at").notNull(),
});
