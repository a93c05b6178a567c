import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { themes } from "../../domain/statuses.ts";
import { districts, people, villages } from "./schema.ts";

/** A good practice that a village shares; times in ms since 1970. */
export const practices = sqliteTable(
  "practices",
  {
    id: text("id").primaryKey(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    theme: text("theme", { enum: themes }).notNull(),
    title: text("title").notNull(),
    situation: text("situation").notNull(),
    /** What was done. */
    deed: text("deed").notNull(),
    cost: text("cost").notNull(),
    result: text("result").notNull(),
    /** Whom to ask: an office, never a person's number. */
    contactOffice: text("contact_office").notNull(),
    sharedByPersonId: text("shared_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: integer("created_at").notNull(),
    changedAt: integer("changed_at").notNull(),
    withdrawnAt: integer("withdrawn_at"),
  },
  (table) => [index("practices_by_district").on(table.districtId)],
);

/** "Kami terapkan": a village took a practice over, and what it changed of it. */
export const practiceAdoptions = sqliteTable(
  "practice_adoptions",
  {
    practiceId: text("practice_id")
      .notNull()
      .references(() => practices.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    changes: text("changes").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.practiceId, table.villageId] })],
);
