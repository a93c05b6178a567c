import type { ForumPageData } from "./forum-query.ts";

type Village = ForumPageData["villages"][number];

/** Who speaks and signs for a village; undefined while nobody was named. */
export function representativeOf({ people }: Village) {
  return people.find(({ roles }) => roles.includes("representative"));
}

export function withoutRepresentative(villages: readonly Village[]): Village[] {
  return villages.filter((village) => representativeOf(village) === undefined);
}
