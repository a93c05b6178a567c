import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "./schema.ts";

/** Since when things are new to somebody at home; in ms since 1970. */
export const visits = sqliteTable("visits", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id),
  /** When their visit before this one ended; null in the first. */
  since: integer("since"),
  lastSeenAt: integer("last_seen_at").notNull(),
});
