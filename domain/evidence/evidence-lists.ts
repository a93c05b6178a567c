/** Words for what an indicator, a stage and their evidence may be. */

/** How far the evidence of an indicator is, as a facilitator says. */
export const indicatorStatuses = ["notStarted", "collecting", "complete"] as const;
export type IndicatorStatus = (typeof indicatorStatuses)[number];

/** What the product can count by itself; each has rows behind it. */
export const evidenceNumbers = [
  "forums",
  "sectors",
  "participants",
  "offices",
  "minutesTime",
  "satisfaction",
  "followUps",
  "stages",
] as const;
export type EvidenceNumber = (typeof evidenceNumbers)[number];

/** The programme's five stages, in their order. Source: its announcement of 25 November 2025. */
export const programStages = ["needs", "design", "trial", "evaluation", "implementation"] as const;
export type ProgramStage = (typeof programStages)[number];

/** What evidence lies beside. */
export const evidenceSubjects = ["indicator", "stage"] as const;
export type EvidenceSubject = (typeof evidenceSubjects)[number];

export const proofKinds = ["forum", "link", "words"] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What changed in the evidence, for its history. */
export const evidenceFields = [
  "number",
  "name",
  "level3",
  "level2",
  "level1",
  "proof",
  "systemNumber",
  "status",
  "level",
  "note",
  "plannedOn",
  "begunOn",
  "doneOn",
  "added",
  "removed",
  "restored",
  "order",
  "proofAdded",
  "proofRemoved",
  "fileAdded",
  "fileRemoved",
] as const;
export type EvidenceField = (typeof evidenceFields)[number];

export const maxIndicators = 100;
export const maxIndicatorWords = 500;
export const maxNoteLength = 4000;
/** Beside one indicator or stage. */
export const maxProofs = 50;

/** An evaluation of a forum: 1 (not useful) to 5 (very useful), and a few words. */
export const evaluationScores = [1, 2, 3, 4, 5] as const;
export const maxEvaluationWords = 300;
/** Fewer answers would say whose they are: their average is shown to nobody (docs/decisions/0034). */
export const fewestEvaluations = 3;
