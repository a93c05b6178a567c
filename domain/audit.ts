/**
 * What the audit log records: done by somebody, to something. Later features add theirs at the end.
 */
export const auditActions = [
  "signedIn",
  "signedOut",
  "deviceRemoved",
  "linkCreated",
  "linkRevoked",
  "codeCreated",
  "doorOpened",
  "doorClosed",
  "claimRefused",
  "passkeyAdded",
  "passkeyRemoved",
  "personAdded",
  "personCorrected",
  "personRemoved",
  "roleGiven",
  "roleTaken",
  "memberAdded",
  "memberChanged",
  "memberRemoved",
  "forumStatusChanged",
  "documentStatusChanged",
  "settingsChanged",
  "exported",
  "forumCreated",
  "forumChanged",
  "agendaChanged",
  "villageInvited",
  "villageRemoved",
  "caseProposed",
  "casesSorted",
  "documentLocked",
  "documentUnlocked",
  "attendanceMarked",
  "fileAdded",
  "fileRemoved",
  "suggestionAccepted",
  "followUpChanged",
  "followUpPostponed",
  "followUpsCarried",
  "versionNamed",
  "versionRenamed",
  "versionRestored",
  "villageAnswered",
  "correctionBegun",
  "reviewNoted",
  "documentReviewed",
  "redactionProposed",
  "redactionOrdered",
  "redactionConfirmed",
  "redactionRejected",
  "redactionTakenBack",
  "redactionLapsed",
  "personalDataRemoved",
  "reviewNoteTakenBack",
  "surveyMade",
  "surveyChanged",
  "surveyRemoved",
  "surveyOpened",
  "surveyClosed",
  "surveyAnswered",
  "moduleMade",
  "moduleMoved",
  "moduleRemoved",
  "moduleWriterAsked",
  "moduleWriterReleased",
  "moduleEvaluated",
  "outcomeWritten",
  "outcomeResultGiven",
  "outcomeApplied",
  "outcomeAppliedNoMore",
  "regulationAdded",
  "regulationChanged",
  "practiceShared",
  "practiceChanged",
  "practiceWithdrawn",
  "practiceAdopted",
  "adoptionUndone",
  "questionAsked",
  "questionWithdrawn",
  "answerGiven",
  "answerWithdrawn",
  "answerMarked",
  "announcementMade",
  "announcementWithdrawn",
  "experienceShown",
  "evidenceChanged",
  "stageChanged",
  "keyMade",
  "keyRevoked",
  "problemMade",
  "problemChanged",
  "problemSetAside",
  "problemTakenUp",
  "problemSourceAdded",
  "problemSourceTaken",
  "problemsMerged",
  "problemsSeparated",
  "voteOpened",
  "voteChanged",
  "voteClosed",
  "ballotGiven",
  "published",
  "publicationWithdrawn",
  "citizenAnswered",
  "calendarRenewed",
  "letterheadChanged",
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditSubjects = [
  "person",
  "session",
  "forum",
  "document",
  "district",
  "followUp",
  "attachment",
  "survey",
  "regulation",
  "practice",
  "question",
  "announcement",
  "indicator",
  "stage",
  "key",
  "problem",
  "priorityVote",
  "citizenQuestion",
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/** One row, before it has its place in the chain. `details` are codes and ids, never words. */
export interface AuditFact {
  districtId: string;
  personId: string | null;
  roles: readonly string[];
  action: AuditAction;
  subjectKind: AuditSubject;
  subjectId: string;
  forumId?: string | null;
  details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One row in its place; `roles` and `details` as they are stored. Times in ms since 1970. */
export interface AuditRow {
  districtId: string;
  seq: number;
  at: number;
  personId: string | null;
  roles: string;
  action: AuditAction;
  subjectKind: AuditSubject;
  subjectId: string;
  forumId: string | null;
  details: string;
  previousHash: string;
  hash: string;
}

/** In `details` of rows about documents: random, so that a hash does not betray who acted. */
export const saltKey = "salt";

/** What stands before the first row of a district's chain. */
export function chainStart(districtId: string): string {
  return `start:${districtId}`;
}

/**
 * The text whose SHA-256, in hex, is a row's hash: its fields in this order as a JSON array, so that
 * anybody can check an exported log.
 */
export function chainText(row: Omit<AuditRow, "hash">): string {
  return JSON.stringify([
    row.previousHash,
    row.districtId,
    row.seq,
    row.at,
    row.personId,
    row.roles,
    row.action,
    row.subjectKind,
    row.subjectId,
    row.forumId,
    row.details,
  ]);
}
