import type { Sector } from "../statuses.ts";
import type { ProgramStage } from "./evidence-lists.ts";
import type { StageDays } from "./stage-state.ts";

/** What the numbers are made of, already of one district and one period. Times in ms since 1970. */
export interface EvidenceFacts {
  /** Held, that is ended. */
  forums: readonly ForumFact[];
  /** Who was present at these forums. */
  presences: readonly PresenceFact[];
  minutes: readonly MinutesFact[];
  evaluations: readonly EvaluationFact[];
  /** Done, and promised in a signed document; the day on which that was reported is in the period. */
  followUps: readonly FollowUpFact[];
  stages: readonly ({ stage: ProgramStage } & StageDays)[];
}

export interface ForumFact {
  id: string;
  title: string;
  startsAt: number;
  invitedVillages: number;
  invitedPeople: number;
  present: number;
}

export interface PresenceFact {
  forum: { id: string; title: string; startsAt: number };
  personId: string;
  name: string;
  position: string;
  village: string | null;
  office: string | null;
  sector: Sector | null;
}

/** The minutes of a forum that were signed, not their corrections. */
export interface MinutesFact {
  documentId: string;
  forumTitle: string;
  /** As the forum was planned. */
  forumEndsAt: number;
  signedAt: number;
}

/** Of one forum; nobody's own. */
export interface EvaluationFact {
  forumId: string;
  forumTitle: string;
  startsAt: number;
  answers: number;
  sum: number;
}

export interface FollowUpFact {
  forumId: string;
  forumTitle: string;
  activity: string;
  /** Null where none was found, and in an unnamed case. */
  village: string | null;
  doneAt: number;
}
