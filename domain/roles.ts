/**
 * What a person may be. Participant, representative, minute-taker and observer are held in one
 * forum, the others in a district. An observer is a reviewer who was invited to the forum.
 * Source: the programme's list of roles (P, W, N, F, C, R, I).
 */
export const forumRoles = ["participant", "representative", "minuteTaker", "observer"] as const;
export const districtRoles = ["facilitator", "camat", "reviewer", "inspectorate"] as const;

export type ForumRole = (typeof forumRoles)[number];
export type DistrictRole = (typeof districtRoles)[number];
export type Role = ForumRole | DistrictRole;

/** Who speaks for a village in a forum. */
export const villagers: readonly Role[] = ["participant", "representative"];

/** Whether somebody is one of these. */
export function holds(actor: { roles: readonly Role[] }, allowed: readonly Role[]): boolean {
  return actor.roles.some((role) => allowed.includes(role));
}
