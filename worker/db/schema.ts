import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { auditActions, auditSubjects } from "../../domain/audit.ts";
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

/** What the camat decides for the district; a missing row means the safe defaults. */
export const districtSettings = sqliteTable("district_settings", {
  districtId: text("district_id")
    .primaryKey()
    .references(() => districts.id),
  inspectorateSees: flag("inspectorate_sees"),
  /** For the privacy notice; null means the words of the message catalogue. */
  privacyContact: text("privacy_contact"),
  privacyBasis: text("privacy_basis"),
  retentionYears: integer("retention_years"),
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
    /** International digits without plus, such as 6281234567890; for facilitators alone. */
    phone: text("phone"),
    /** What keeps two facilitators from adding one person twice: name and place, folded. */
    personKey: text("person_key"),
    noticeSeenAt: time("notice_seen_at"),
    /** Since then the row bears a pseudonym and nobody can sign in as it. */
    removedAt: time("removed_at"),
  },
  (table) => [
    index("people_by_district").on(table.districtId),
    uniqueIndex("people_by_key").on(table.districtId, table.personKey),
  ],
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

/**
 * A personal link, or a short code for who lost the phone. `usedByDevice` is the hash of the
 * device's cookie that used it.
 */
export const signInLinks = sqliteTable(
  "sign_in_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: time("created_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    usedAt: time("used_at"),
    usedByDevice: text("used_by_device"),
    kind: text("kind", { enum: ["link", "code"] })
      .notNull()
      .default("link"),
    /** Null where a script made it. */
    createdByPersonId: text("created_by_person_id"),
    revokedAt: time("revoked_at"),
  },
  (table) => [
    index("sign_in_links_by_person").on(table.personId),
    index("sign_in_links_by_creator").on(table.createdByPersonId, table.createdAt),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: time("created_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    /** Its public name, in lists of devices and on sockets: the hash above opens nothing either. */
    id: text("id")
      .notNull()
      .$defaultFn(() => crypto.randomUUID()),
    /** Such as "Chrome, Android"; null where the browser did not say. */
    device: text("device"),
    isShared: flag("is_shared"),
    openedBy: text("opened_by", { enum: ["link", "code", "pairing", "claim", "passkey"] })
      .notNull()
      .default("link"),
    lastSeenAt: time("last_seen_at"),
  },
  (table) => [
    index("sessions_by_person").on(table.personId),
    // Rooms ask by it whenever they decide rights anew.
    uniqueIndex("sessions_by_id").on(table.id),
  ],
);

/**
 * A device that waits to be let in: a second device that its owner's phone confirms (`pairing`), or
 * one in the hall that a facilitator confirms (`claim`). Both tokens are kept as hashes.
 */
export const waitingDevices = sqliteTable(
  "waiting_devices",
  {
    /** Known to the waiting device alone; with it, it asks whether it was let in. */
    secretHash: text("secret_hash").primaryKey(),
    id: text("id").notNull(),
    kind: text("kind", { enum: ["pairing", "claim"] }).notNull(),
    /** Of a pairing: what stands in the QR and is read aloud. */
    codeHash: text("code_hash"),
    /** Of a claim: where, and whom somebody says to be. */
    forumId: text("forum_id").references(() => forums.id),
    villageId: text("village_id").references(() => villages.id),
    saidName: text("said_name"),
    device: text("device"),
    isShared: flag("is_shared"),
    createdAt: time("created_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    /** Who was let in, by whom; null while nobody decided. */
    personId: text("person_id").references(() => people.id),
    confirmedByPersonId: text("confirmed_by_person_id").references(() => people.id),
    refusedAt: time("refused_at"),
    usedAt: time("used_at"),
  },
  (table) => [
    uniqueIndex("waiting_devices_by_code").on(table.codeHash),
    index("waiting_devices_by_forum").on(table.forumId),
  ],
);

/** The QR on the projector: whoever was invited may claim a place while it is open. */
export const forumDoors = sqliteTable("forum_doors", {
  tokenHash: text("token_hash").primaryKey(),
  forumId: text("forum_id")
    .notNull()
    .references(() => forums.id),
  createdByPersonId: text("created_by_person_id")
    .notNull()
    .references(() => people.id),
  createdAt: time("created_at").notNull(),
  expiresAt: time("expires_at").notNull(),
  closedAt: time("closed_at"),
});

/** A passkey as WebAuthn gives it; ids are base64url. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    credentialId: text("credential_id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    publicKey: blob("public_key", { mode: "buffer" }).notNull(),
    counter: integer("counter").notNull(),
    /** Comma-separated, as the browser named them. */
    transports: text("transports").notNull(),
    device: text("device"),
    createdAt: time("created_at").notNull(),
    lastUsedAt: time("last_used_at"),
  },
  (table) => [index("passkeys_by_person").on(table.personId)],
);

/** Given out by WebAuthn's first step and used up by its second; `personId` when one is added. */
export const passkeyChallenges = sqliteTable("passkey_challenges", {
  challenge: text("challenge").primaryKey(),
  personId: text("person_id").references(() => people.id),
  expiresAt: time("expires_at").notNull(),
});

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
    /** A case that does not name its village: everybody but its facilitators sees pseudonyms. */
    isUnnamed: flag("is_unnamed"),
  },
  (table) => [index("documents_by_forum").on(table.forumId)],
);

/** In an unnamed case: who stands behind which pseudonym. Random, and of this document alone. */
export const documentMasks = sqliteTable(
  "document_masks",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    kind: text("kind", { enum: ["village", "person"] }).notNull(),
    realId: text("real_id").notNull(),
    maskId: text("mask_id").notNull(),
    /** The number in "Desa 3" or "Peserta 3", random among those of the document. */
    number: integer("number").notNull(),
    /** Of a village: its place, 0 to 11, in the palette. */
    colour: integer("colour").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.kind, table.realId] }),
    uniqueIndex("document_masks_by_number").on(table.documentId, table.kind, table.number),
  ],
);

/** The rooms that somebody has a socket in: who is told when a right changes (R4). */
export const openRooms = sqliteTable("open_rooms", {
  documentId: text("document_id").primaryKey(),
  openedAt: time("opened_at").notNull(),
});

/** The outbox of R4: written with the change, removed when the room has confirmed it. */
export const roomNotices = sqliteTable(
  "room_notices",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    documentId: text("document_id").notNull(),
    /** Whose right changed; null: everybody's. */
    personId: text("person_id"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("room_notices_by_document").on(table.documentId)],
);

/**
 * Append-only, a chain for each district: a row carries the hash of the one before it, and no two
 * rows can follow the same one. Ids, never names.
 */
export const auditLog = sqliteTable(
  "audit_log",
  {
    districtId: text("district_id").notNull(),
    /** From 1, without a gap. */
    seq: integer("seq").notNull(),
    at: time("at").notNull(),
    /** Null for the product itself: a script or a deadline. */
    personId: text("person_id"),
    /** As which: the roles held at that moment, comma-separated. */
    roles: text("roles").notNull(),
    action: text("action", { enum: auditActions }).notNull(),
    subjectKind: text("subject_kind", { enum: auditSubjects }).notNull(),
    subjectId: text("subject_id").notNull(),
    forumId: text("forum_id"),
    /** JSON of codes and ids, such as `{"from":"draft","to":"open"}`. */
    details: text("details").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.districtId, table.seq] }),
    uniqueIndex("audit_log_chain").on(table.previousHash),
    index("audit_log_by_person").on(table.personId),
  ],
);
