import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { districts, people } from "./schema.ts";

/** With which another system reads, and never writes. Times in ms since 1970. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    /** Who reads with it, such as an office's system. */
    name: text("name").notNull(),
    /** JSON of a list of `KeyScope`. */
    scopes: text("scopes").notNull(),
    /** The key itself is shown once and not kept. */
    tokenHash: text("token_hash").notNull().unique(),
    madeByPersonId: text("made_by_person_id")
      .notNull()
      .references(() => people.id),
    madeAt: integer("made_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    revokedAt: integer("revoked_at"),
  },
  (table) => [index("api_keys_by_district").on(table.districtId)],
);

/** How often what was read with a key, by day in WIB (YYYY-MM-DD). */
export const apiKeyUses = sqliteTable(
  "api_key_uses",
  {
    keyId: text("key_id")
      .notNull()
      .references(() => apiKeys.id),
    day: text("day").notNull(),
    route: text("route").notNull(),
    count: integer("count").notNull(),
    lastAt: integer("last_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.day, table.route] })],
);
