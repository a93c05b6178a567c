/**
 * What a person may be. Participant, representative and minute-taker are held in one forum,
 * the others in a district. Source: the programme's list of roles (P, W, N, F, C, R, I).
 */
export const forumRoles = ["participant", "representative", "minuteTaker"] as const;
export const districtRoles = ["facilitator", "camat", "reviewer", "inspectorate"] as const;

export type ForumRole = (typeof forumRoles)[number];
export type DistrictRole = (typeof districtRoles)[number];
export type Role = ForumRole | DistrictRole;
