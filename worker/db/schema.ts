import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
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
  attendanceStatuses,
  documentKinds,
  documentStatuses,
  followUpStatuses,
  forumKinds,
  forumStages,
  forumStatuses,
  redactionReasons,
  redactionStatuses,
  sectors,
  themes,
  threadKinds,
  threadPlacements,
  versionKinds,
  villageAnswerKinds,
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
    /** Of a guest: which part of society they come from (unsur). */
    sector: text("sector", { enum: sectors }),
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
    /** Who presides, for the head of the minutes; null while nobody was named. */
    chairPersonId: text("chair_person_id").references(() => people.id),
    /** The minute-taker who was asked to lead beside the facilitators. */
    leaderPersonId: text("leader_person_id").references(() => people.id),
    /** Whether everybody who may write does so in every village's lane. */
    lanesAreOpen: flag("lanes_are_open"),
    /** A module's circle stands here too; its members are those who were asked to write it. */
    kind: text("kind", { enum: forumKinds }).notNull().default("forum"),
    /** Counts what changed of it since it was made: calendars ask for that number. */
    revision: integer("revision").notNull().default(0),
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

/** What is dealt with under an item of the agenda. */
export const agendaItemDocuments = sqliteTable(
  "agenda_item_documents",
  {
    agendaItemId: text("agenda_item_id")
      .notNull()
      .references(() => agendaItems.id),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.documentId] })],
);

/** Who came; whoever has no row was not seen yet. */
export const attendance = sqliteTable(
  "attendance",
  {
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    status: text("status", { enum: attendanceStatuses }).notNull(),
    at: time("at").notNull(),
    /** The person themselves, by the forum's code, or who marked them. */
    markedByPersonId: text("marked_by_person_id")
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.forumId, table.personId] })],
);

/** A file beside a forum: the signed list of attendance, or evidence of a follow-up. */
export const attachments = sqliteTable(
  "attachments",
  {
    /** Also the name of the object that holds its bytes. */
    id: id(),
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    subjectKind: text("subject_kind", { enum: ["attendance", "followUp", "module"] }).notNull(),
    /** The forum, the follow-up, or the module. */
    subjectId: text("subject_id").notNull(),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    addedByPersonId: text("added_by_person_id")
      .notNull()
      .references(() => people.id),
    createdAt: time("created_at").notNull(),
    removedAt: time("removed_at"),
  },
  (table) => [index("attachments_by_subject").on(table.subjectKind, table.subjectId)],
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
    /** Its place among the forum's documents, as the facilitators sorted them. */
    position: integer("position").notNull().default(0),
    /** Up to which entry of the room's log its agreements and follow-ups stand in the register. */
    projectedPlace: integer("projected_place").notNull().default(0),
    /** The signed document that this one corrects; its first words are that one's. */
    correctsDocumentId: text("corrects_document_id").references(
      (): AnySQLiteColumn => documents.id,
    ),
  },
  (table) => [
    index("documents_by_forum").on(table.forumId),
    index("documents_by_corrected").on(table.correctsDocumentId),
  ],
);

/** What nobody writes in while it is discussed: a container, or the whole document (`""`). */
export const documentLocks = sqliteTable(
  "document_locks",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    containerId: text("container_id").notNull(),
    lockedByPersonId: text("locked_by_person_id")
      .notNull()
      .references(() => people.id),
    lockedAt: time("locked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.containerId] })],
);

/**
 * What somebody noted beside the text: the words are here, the place is a mark in the document that
 * its room sets.
 */
export const threads = sqliteTable(
  "threads",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    authorPersonId: text("author_person_id")
      .notNull()
      .references(() => people.id),
    authorVillageId: text("author_village_id").references(() => villages.id),
    kind: text("kind", { enum: threadKinds }).notNull(),
    text: text("text").notNull(),
    /** What is proposed in place of the quoted words; null where it is a note alone. */
    suggestion: text("suggestion"),
    /** The words that it was set beside, kept also when they are gone. */
    quote: text("quote").notNull(),
    /** The innermost container that it was set in. */
    containerId: text("container_id"),
    /** The entry of the room's log that it was set at. */
    place: integer("place").notNull(),
    placement: text("placement", { enum: threadPlacements }).notNull(),
    /** JSON of `{ villageIds, personIds }`: who was named in it. */
    mentions: text("mentions").notNull().default("{}"),
    createdAt: time("created_at").notNull(),
    /** Of the newest word in it, for what is unread. */
    lastWordAt: time("last_word_at").notNull(),
    closedAt: time("closed_at"),
    closedByPersonId: text("closed_by_person_id").references(() => people.id),
    acceptedAt: time("accepted_at"),
    acceptedByPersonId: text("accepted_by_person_id").references(() => people.id),
    /** Taken back by its author. */
    removedAt: time("removed_at"),
  },
  (table) => [index("threads_by_document").on(table.documentId)],
);

export const replies = sqliteTable(
  "replies",
  {
    id: id(),
    threadId: text("thread_id")
      .notNull()
      .references(() => threads.id),
    authorPersonId: text("author_person_id")
      .notNull()
      .references(() => people.id),
    authorVillageId: text("author_village_id").references(() => villages.id),
    text: text("text").notNull(),
    mentions: text("mentions").notNull().default("{}"),
    createdAt: time("created_at").notNull(),
    removedAt: time("removed_at"),
  },
  (table) => [index("replies_by_thread").on(table.threadId)],
);

/** Up to when somebody has read a thread. */
export const threadReads = sqliteTable(
  "thread_reads",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    threadId: text("thread_id")
      .notNull()
      .references(() => threads.id),
    readAt: time("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.threadId] })],
);

/** The words of an agreement, as they stand in a document. */
export const agreements = sqliteTable(
  "agreements",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    /** The container's id in the document. */
    nodeId: text("node_id").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    /** The entry of the room's log that it was read at. */
    place: integer("place").notNull(),
    /** Taken out of the document since. */
    isGone: flag("is_gone"),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.nodeId] })],
);

/**
 * A promised step: its words are projected from a document, its status stands here alone. One whose
 * due date was moved later is a row of its own that names the one that it replaces.
 */
export const followUps = sqliteTable(
  "follow_ups",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    nodeId: text("node_id").notNull(),
    position: integer("position").notNull(),
    activity: text("activity").notNull(),
    responsible: text("responsible").notNull(),
    /** As it was written, and the village that was found for it. */
    villageText: text("village_text").notNull(),
    villageId: text("village_id").references(() => villages.id),
    /** As it was written, and the day that it means (YYYY-MM-DD, in WIB). */
    dueText: text("due_text").notNull(),
    dueDate: text("due_date"),
    output: text("output").notNull(),
    place: integer("place").notNull(),
    isGone: flag("is_gone"),
    status: text("status", { enum: followUpStatuses }).notNull().default("notStarted"),
    replacesId: text("replaces_id"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    index("follow_ups_by_document").on(table.documentId, table.nodeId),
    index("follow_ups_by_village").on(table.villageId),
    uniqueIndex("follow_ups_by_replaced").on(table.replacesId),
  ],
);

/** What was said of a follow-up, and when: its history and its evidence. */
export const followUpReports = sqliteTable(
  "follow_up_reports",
  {
    id: id(),
    followUpId: text("follow_up_id")
      .notNull()
      .references(() => followUps.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    villageId: text("village_id").references(() => villages.id),
    at: time("at").notNull(),
    /** What it became; null where only something was added. */
    status: text("status", { enum: followUpStatuses }),
    text: text("text").notNull(),
    link: text("link"),
    attachmentId: text("attachment_id").references(() => attachments.id),
  },
  (table) => [index("follow_up_reports_by_follow_up").on(table.followUpId)],
);

/** Open follow-ups that return on the agenda of a later forum. */
export const carriedFollowUps = sqliteTable(
  "carried_follow_ups",
  {
    forumId: text("forum_id")
      .notNull()
      .references(() => forums.id),
    followUpId: text("follow_up_id")
      .notNull()
      .references(() => followUps.id),
    carriedAt: time("carried_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.forumId, table.followUpId] })],
);

/** A moment of a document that has a name: a place in its room's log. */
export const versions = sqliteTable(
  "versions",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    place: integer("place").notNull(),
    /** As somebody typed it; of a status its code, of an item of the agenda its title. */
    name: text("name").notNull(),
    kind: text("kind", { enum: versionKinds }).notNull(),
    /** Who named it, or whose act made it; null for the product itself. */
    personId: text("person_id").references(() => people.id),
    at: time("at").notNull(),
  },
  (table) => [index("versions_by_document").on(table.documentId, table.place)],
);

/**
 * What was put before the camat: one exact version and everything that its fingerprint is made of
 * but the words, which the room has at that place. One that was sent back stays in the record.
 */
export const submissions = sqliteTable(
  "submissions",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    place: integer("place").notNull(),
    schemaVersion: integer("schema_version").notNull(),
    /** 64 hex digits. */
    fingerprint: text("fingerprint").notNull(),
    /** JSON, for each block in their order: its salt of 64 hex digits, or `{ leaf }` without words. */
    salts: text("salts").notNull(),
    /** JSON of `head`, `attendance` and `attachments` as `Fingerprinted` has them, with their salts. */
    head: text("head").notNull(),
    attendance: text("attendance").notNull(),
    attachments: text("attachments").notNull(),
    submittedByPersonId: text("submitted_by_person_id")
      .notNull()
      .references(() => people.id),
    at: time("at").notNull(),
    returnedAt: time("returned_at"),
    returnedByPersonId: text("returned_by_person_id").references(() => people.id),
    returnReason: text("return_reason"),
  },
  (table) => [
    index("submissions_by_document").on(table.documentId, table.at),
    uniqueIndex("submissions_current").on(table.documentId).where(sql`returned_at is null`),
  ],
);

/** What an invited village's representative said of a submission. */
export const villageAnswers = sqliteTable(
  "village_answers",
  {
    submissionId: text("submission_id")
      .notNull()
      .references(() => submissions.id),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    answer: text("answer", { enum: villageAnswerKinds }).notNull(),
    /** Empty where nothing was objected to. */
    reason: text("reason").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: time("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.villageId] })],
);

/** An internal record of who signed which version; office and position as they were then. */
export const signOffs = sqliteTable(
  "sign_offs",
  {
    submissionId: text("submission_id")
      .primaryKey()
      .references(() => submissions.id),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    place: integer("place").notNull(),
    fingerprint: text("fingerprint").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    position: text("position").notNull(),
    office: text("office"),
    at: time("at").notNull(),
  },
  (table) => [
    index("sign_offs_by_document").on(table.documentId),
    index("sign_offs_by_fingerprint").on(table.fingerprint),
  ],
);

/** What a reviewer noted on a version or a place of the record. */
export const reviewNotes = sqliteTable(
  "review_notes",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    versionId: text("version_id").references(() => versions.id),
    /** Where what is noted on is a change: the place before it. */
    fromPlace: integer("from_place"),
    place: integer("place").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** Empty once it was taken back. */
    text: text("text").notNull(),
    at: time("at").notNull(),
    takenBackAt: time("taken_back_at"),
  },
  (table) => [index("review_notes_by_document").on(table.documentId)],
);

/** "Telah ditinjau": up to which place of the record somebody has reviewed it. */
export const reviews = sqliteTable(
  "reviews",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    place: integer("place").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** As they were then. */
    position: text("position").notNull(),
    office: text("office"),
    at: time("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.personId, table.place] })],
);

/** Personal data that was removed from a document, or is to be. */
export const redactions = sqliteTable(
  "redactions",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    status: text("status", { enum: redactionStatuses }).notNull(),
    reasonKind: text("reason_kind", { enum: redactionReasons }).notNull(),
    reason: text("reason").notNull(),
    /** JSON of `RedactionPiece[][]`: the letters of each place. */
    pieces: text("pieces").notNull(),
    /** UTF-16 units of all pieces. */
    units: integer("units").notNull(),
    /** JSON of a list of words, for the rest of the database; null but while it is under way. */
    words: text("words"),
    /** The submission whose leaves they are: JSON, one of 64 hex digits for each block; as `words`. */
    submissionId: text("submission_id").references(() => submissions.id),
    leaves: text("leaves"),
    proposedByPersonId: text("proposed_by_person_id")
      .notNull()
      .references(() => people.id),
    proposedAt: time("proposed_at").notNull(),
    /** Who ordered, rejected or took it back. */
    decidedByPersonId: text("decided_by_person_id").references(() => people.id),
    decidedAt: time("decided_at"),
    rejection: text("rejection"),
    /** The entry of the room's log that it is, and the room's epoch since. */
    place: integer("place"),
    epoch: integer("epoch"),
    doneAt: time("done_at"),
  },
  (table) => [
    index("redactions_by_document").on(table.documentId, table.proposedAt),
    // One at a time.
    uniqueIndex("redactions_under_way").on(table.documentId).where(sql`status = 'confirmed'`),
  ],
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

/**
 * The rooms that somebody has a socket in: who is told when a right changes (R4). A room is named by
 * its document, or `forum:` and its forum.
 */
export const openRooms = sqliteTable("open_rooms", {
  room: text("room").primaryKey(),
  openedAt: time("opened_at").notNull(),
});

/** The outbox of R4: written with the change, removed when the room has confirmed it. */
export const roomNotices = sqliteTable(
  "room_notices",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    room: text("room").notNull(),
    /** Whose right changed; null: everybody's. */
    personId: text("person_id"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("room_notices_by_room").on(table.room)],
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
