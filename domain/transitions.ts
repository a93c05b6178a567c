import type { Role } from "./roles.ts";
import type { DocumentStatus, ForumStatus } from "./statuses.ts";

/** Who moves something on: these roles, and for a withdrawal the village that proposed the case. */
export interface Transition<S> {
  from: readonly S[];
  to: S;
  roles: readonly Role[];
  alsoProposer?: true;
}

/** Source: the programme's statuses of a forum. */
export const forumTransitions: readonly Transition<ForumStatus>[] = [
  { from: ["planned"], to: "invited", roles: ["facilitator"] },
  { from: ["invited"], to: "inSession", roles: ["facilitator"] },
  { from: ["inSession"], to: "ended", roles: ["facilitator"] },
  { from: ["planned", "invited"], to: "cancelled", roles: ["facilitator"] },
];

/** Source: the programme's statuses of a document. */
export const documentTransitions: readonly Transition<DocumentStatus>[] = [
  { from: ["draft"], to: "open", roles: ["facilitator"] },
  { from: ["open"], to: "drafted", roles: ["facilitator"] },
  { from: ["drafted", "returned"], to: "submitted", roles: ["facilitator"] },
  { from: ["submitted"], to: "returned", roles: ["camat"] },
  { from: ["submitted"], to: "signed", roles: ["camat"] },
  { from: ["signed"], to: "published", roles: ["camat"] },
  // A published page that is withdrawn.
  { from: ["published"], to: "signed", roles: ["camat"] },
  {
    from: ["draft", "open", "drafted", "submitted", "returned"],
    to: "withdrawn",
    roles: ["facilitator", "camat"],
    alsoProposer: true,
  },
];

/** The transition between two statuses; null where there is none. */
export function transitionOf<S>(
  transitions: readonly Transition<S>[],
  from: S,
  to: S,
): Transition<S> | null {
  return transitions.find((each) => each.to === to && each.from.includes(from)) ?? null;
}
