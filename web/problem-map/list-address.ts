import { type Theme, themes } from "../../domain/statuses.ts";
import type { ProblemFilter } from "./problem-query.ts";

export const allProblems: ProblemFilter = {
  theme: null,
  village: null,
  state: "living",
  order: "weight",
};

/** The list of these problems, as an address that can be sent to somebody. */
export function listAddress(filter: Partial<ProblemFilter>): string {
  const asked = new URLSearchParams();
  if (filter.theme) asked.set("tema", filter.theme);
  if (filter.village) asked.set("desa", filter.village);
  if (filter.state && filter.state !== allProblems.state) asked.set("keadaan", filter.state);
  if (filter.order && filter.order !== allProblems.order) asked.set("urut", filter.order);
  const query = asked.toString();
  return `/program/peta/masalah${query && `?${query}`}`;
}

/** What an address asks for; what it does not know is left out. */
export function filterIn(search: string): ProblemFilter {
  const asked = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((each) => each === asked.get(name));
  return {
    theme: oneOf<Theme>("tema", themes) ?? null,
    village: asked.get("desa") || null,
    state: oneOf("keadaan", ["living", "setAside", "merged"]) ?? "living",
    order: oneOf("urut", ["weight", "villages", "newest"]) ?? "weight",
  };
}
