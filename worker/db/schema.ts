import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { districtRoles, forumRoles } from "../../domain/roles.ts";
import {
  agendaItemKinds,
  documentKinds,
  documentStatuses,
  forumStages,
  forumStatuses,
  themes,
} from "../../domain/statuses.ts";

const id = () => text("id").primaryKey();
/** Milliseconds since 1970, UTC. */
const time = (name: string) => integer(name);
const flag = (name: string) => integer(name, { mode: "boolean" }).notNull().default(false);

/** A sub-district (kecamatan); its id is the Kemendagri code, such as 35.05.16. */
export const districts = sqliteTable("districts", {
  id: id(),
  name: text("name").notNull(),
  regency: text("regency").notNull(),
});

/** A village; its id is the Kemendagri code. `colour` is its place, 0 to 11, in the palette. */
export const villages = sqliteTable(
  "villages",
  {
    id: id(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    bpsCode: text("bps_code"),
    colour: integer("colour").notNull(),
    isDemo: flag("is_demo"),
  },
  (table) => [index("villages_by_district").on(table.districtId)],
);

/** Somebody from a village (`villageId`) or from an office (`office`, its name). */
export const people = sqliteTable(
  "people",
  {
    id: id(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    position: text("position").notNull(),
    villageId: text("village_id").references(() => villages.id),
    office: text("office"),
    isDemo: flag("is_demo"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("people_by_district").on(table.districtId)],
);

export const roles = sqliteTable(
  "roles",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    role: text("role", { enum: districtRoles }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.districtId, table.role] })],
);

/** A personal link. `usedByDevice` is the hash of the device's cookie that used it. */
export const signInLinks = sqliteTable("sign_in_links", {
  tokenHash: text("token_hash").primaryKey(),
  personId: text("person_id")
    .notNull()
    .references(() => people.id),
  createdAt: time("created_at").notNull(),
  expiresAt: time("expires_at").notNull(),
  usedAt: time("used_at"),
  usedByDevice: text("used_by_device"),
});

export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: time("created_at").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (table) => [index("sessions_by_person").on(table.personId)],
);

/** Failed sign-ins of one address within one window; the address is kept as a hash only. */
export const failedAttempts = sqliteTable("failed_attempts", {
  addressHash: text("address_hash").primaryKey(),
  windowStart: time("window_start").notNull(),
  count: integer("count").notNull(),
});

export const forums = sqliteTable(
  "forums",
  {
    id: id(),
    districtId: text("district_id")
      .notNull()
      .references(() => districts.id),
    title: text("title").notNull(),
    theme: text("theme", { enum: themes }).notNull(),
    stage: text("stage", { enum: forumStages }).notNull(),
    status: text("status", { enum: forumStatuses }).notNull(),
    startsAt: time("starts_at").notNull(),
    endsAt: time("ends_at").notNull(),
    place: text("place").notNull(),
    isDemo: flag("is_demo"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("forums_by_district").on(table.districtId)],
);

/** The villages that are invited, in the order in which their lanes stand. */
export const forumVillages = sqliteTable(
  "forum_villages",
  {
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.forumId, table.villageId] })],
);

export const forumMembers = sqliteTable(
  "forum_members",
  {
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role", { enum: forumRoles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.forumId, table.personId, table.role] }),
    index("forum_members_by_person").on(table.personId),
  ],
);

export const agendaItems = sqliteTable(
  "agenda_items",
  {
    id: id(),
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    kind: text("kind", { enum: agendaItemKinds }).notNull(),
    durationMinutes: integer("duration_minutes").notNull(),
  },
  (table) => [index("agenda_items_by_forum").on(table.forumId)],
);

/** What stands in a document is kept by its room; this row is what the room is opened from. */
export const documents = sqliteTable(
  "documents",
  {
    id: id(),
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    kind: text("kind", { enum: documentKinds }).notNull(),
    title: text("title").notNull(),
    theme: text("theme", { enum: themes }).notNull(),
    fiscalYear: integer("fiscal_year").notNull(),
    status: text("status", { enum: documentStatuses }).notNull(),
    proposedByVillageId: text("proposed_by_village_id").references(() => villages.id),
    proposedByPersonId: text("proposed_by_person_id").references(() => people.id),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("documents_by_forum").on(table.forumId)],
);
