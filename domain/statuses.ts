/** Planned → invited → inSession → ended; a forum may be cancelled before it starts. */
export const forumStatuses = ["planned", "invited", "inSession", "ended", "cancelled"] as const;
export type ForumStatus = (typeof forumStatuses)[number];

/** Draft → open → drafted → submitted → signed → published; sent back means `returned`. */
export const documentStatuses = [
  "draft",
  "open",
  "drafted",
  "submitted",
  "returned",
  "signed",
  "published",
  "withdrawn",
] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** From "Diajukan" on nobody writes in a document; only "Dikembalikan" opens it again. */
const frozenStatuses: readonly DocumentStatus[] = ["submitted", "signed", "published", "withdrawn"];

/** Whether a document of this status is closed to everybody (R9). */
export function isFrozen(status: DocumentStatus): boolean {
  return frozenStatuses.includes(status);
}

/** Whether a document stands on the version that was submitted last. */
export function isBeforeCamat(status: DocumentStatus): boolean {
  return status === "submitted" || status === "signed" || status === "published";
}

/** A module belongs to the programme: to a circle of its own in place of a forum. */
export const documentKinds = ["case", "minutes", "module"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/**
 * What people meet in: a forum, or a module's circle, which is closed to those who write it or open
 * to all villages of its district.
 */
export const forumKinds = ["forum", "closedCircle", "openCircle"] as const;
export type ForumKind = (typeof forumKinds)[number];

export const forumStages = ["trial", "regular"] as const;
export type ForumStage = (typeof forumStages)[number];

export const agendaItemKinds = [
  "opening",
  "case",
  "module",
  "practice",
  "agreement",
  "closing",
] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

/** Themes of a case. Their names on the screen are in the message catalogues. */
export const themes = [
  "planning",
  "amendment",
  "silpa",
  "administration",
  "tax",
  "procurement",
  "assets",
  "bumdes",
  "koperasi",
  "blt",
  "transparency",
  "emergency",
  "auditFollowUp",
] as const;
export type Theme = (typeof themes)[number];

export const attendanceStatuses = ["present", "excused", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Which part of society a guest comes from (unsur). Source: the programme's list. */
export const sectors = ["government", "academia", "business", "community", "media"] as const;
export type Sector = (typeof sectors)[number];

export const threadKinds = ["question", "correction", "regulation", "practice", "praise"] as const;
export type ThreadKind = (typeof threadKinds)[number];

/**
 * `placing`: its mark is on its way. `beside`: made on a frozen document, which gets no mark.
 * `orphaned`: the words that it stood beside are gone.
 */
export const threadPlacements = ["placing", "placed", "beside", "orphaned"] as const;
export type ThreadPlacement = (typeof threadPlacements)[number];

/** What somebody said of it; that it is overdue follows from its due date. */
export const followUpStatuses = ["notStarted", "inProgress", "done"] as const;
export type FollowUpStatus = (typeof followUpStatuses)[number];

/** Why a moment of a document has a name: somebody gave it one, or something happened then. */
export const versionKinds = ["named", "status", "agendaItem", "submission"] as const;
export type VersionKind = (typeof versionKinds)[number];

export const villageAnswerKinds = ["confirmed", "objected"] as const;
export type VillageAnswerKind = (typeof villageAnswerKinds)[number];

/**
 * `confirmed`: under way. Its words are known to the database only until it is done. `lapsed`: ordered
 * at once, but the document was submitted first; nothing was removed.
 */
export const redactionStatuses = [
  "proposed",
  "confirmed",
  "done",
  "rejected",
  "withdrawn",
  "lapsed",
] as const;
export type RedactionStatus = (typeof redactionStatuses)[number];

/** What kind of personal data was removed. */
export const redactionReasons = ["nik", "phone", "address", "account", "health", "other"] as const;
export type RedactionReason = (typeof redactionReasons)[number];
