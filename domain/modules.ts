import { fewestEvaluations } from "./evidence/evidence-lists.ts";
import type { Role } from "./roles.ts";
import type { DocumentStatus } from "./statuses.ts";
import type { Transition } from "./transitions.ts";

/** Rancangan → Uji coba → Evaluasi → Disempurnakan → Terbit; Ditarik. */
export const moduleStatuses = [
  "design",
  "trial",
  "evaluation",
  "refined",
  "published",
  "withdrawn",
] as const;
export type ModuleStatus = (typeof moduleStatuses)[number];

const facilitator: readonly Role[] = ["facilitator"];

/**
 * Source: the programme's statuses of a module, which facilitators move, the camat the last step. A
 * refined one may be tried again. Published is the end of its text; the camat may withdraw it.
 */
export const moduleTransitions: readonly Transition<ModuleStatus>[] = [
  { from: ["design"], to: "trial", roles: facilitator },
  { from: ["trial"], to: "evaluation", roles: facilitator },
  { from: ["evaluation"], to: "refined", roles: facilitator },
  { from: ["refined"], to: "trial", roles: facilitator },
  { from: ["refined"], to: "published", roles: ["camat"] },
  { from: ["design", "trial", "evaluation", "refined"], to: "withdrawn", roles: facilitator },
  { from: ["published"], to: "withdrawn", roles: ["camat"] },
];

/** Under which status its room keeps the text: who writes and who sees follows from it. */
export const documentStatusOf: Record<ModuleStatus, DocumentStatus> = {
  design: "draft",
  trial: "drafted",
  evaluation: "drafted",
  refined: "drafted",
  published: "published",
  withdrawn: "withdrawn",
};

/** Where a forum may put it on its agenda. */
export const usableModuleStatuses: readonly ModuleStatus[] = [
  "trial",
  "evaluation",
  "refined",
  "published",
];

/** What an evaluation asks, each on a scale from 1 to 4. */
export const evaluationScales = ["clear", "useful", "fitting", "applicable"] as const;
export type EvaluationScale = (typeof evaluationScales)[number];
export const scaleSteps = [1, 2, 3, 4] as const;

export const maxEvaluationWord = 500;
export const maxWritingRequest = 300;

/** How the evaluations of one group answered. */
export interface ScaleCounts {
  answers: number;
  /**
   * Per scale, how many chose each step, from 1 on; null while so few answered that it would say
   * whose they are.
   */
  scales: Record<EvaluationScale, number[]> | null;
}

/** Of too few answers nothing but their number is told. */
export function countScales(answers: readonly Record<EvaluationScale, number>[]): ScaleCounts {
  if (answers.length < fewestEvaluations) return { answers: answers.length, scales: null };
  const counts = (scale: EvaluationScale) =>
    scaleSteps.map((step) => answers.filter((answer) => answer[scale] === step).length);
  return {
    answers: answers.length,
    scales: {
      clear: counts("clear"),
      useful: counts("useful"),
      fitting: counts("fitting"),
      applicable: counts("applicable"),
    },
  };
}
