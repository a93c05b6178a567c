import { maxTitleLength } from "../forum-plan.ts";

/** Living ones stand on the map; merged ones count for another; a separated one was merged of others. */
export const problemStates = ["living", "merged", "setAside", "separated"] as const;
export type ProblemState = (typeof problemStates)[number];

/** Where a problem was found: in a survey's answers, a case, a note beside a case, or told directly. */
export const problemSourceKinds = ["direct", "survey", "case", "note"] as const;
export type ProblemSourceKind = (typeof problemSourceKinds)[number];

/** As long as a case's or a module's, which it may become. */
export const maxProblemTitle = maxTitleLength;
export const maxProblemNote = 3000;
/** Of one merge. */
export const maxMerged = 30;
export const maxVoteTitle = 200;
/** That a village may choose in one vote. */
export const maxChoices = 10;
/** That stand in one vote: more is no choice. */
export const maxVotedOn = 60;

/** What its dates say; a problem is in one state at a time. */
export function stateOf(problem: {
  mergedIntoId: string | null;
  separatedAt: number | null;
  setAsideAt: number | null;
}): ProblemState {
  if (problem.separatedAt !== null) return "separated";
  if (problem.mergedIntoId !== null) return "merged";
  return problem.setAsideAt === null ? "living" : "setAside";
}
