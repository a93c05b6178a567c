import type { FollowUpState } from "../../domain/follow-ups.ts";
import type { FollowUp } from "./register-query.ts";

type Village = NonNullable<FollowUp["village"]>;

export interface FollowUpGroup {
  /** Null for those of no named village. */
  village: Village | null;
  followUps: FollowUp[];
}

export interface FollowUpFilter {
  /** Null for all. */
  villageId: string | null;
  state: FollowUpState | null;
}

/** By village, in the order of their first; one's own village first, no named one last. */
export function groupByVillage(
  followUps: readonly FollowUp[],
  ownVillageId: string | null,
): FollowUpGroup[] {
  const groups = Map.groupBy(followUps, ({ village }) => village?.id ?? null);
  const rank = (id: string | null) => (id === null ? 2 : id === ownVillageId ? 0 : 1);
  return [...groups.entries()]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([, each]) => ({ village: each[0]?.village ?? null, followUps: each }));
}

export function villagesOf(followUps: readonly FollowUp[]): Village[] {
  const byId = new Map(
    followUps.flatMap(({ village }) => (village ? [[village.id, village]] : [])),
  );
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, "id"));
}

export function fits({ villageId, state }: FollowUpFilter, followUp: FollowUp): boolean {
  return (
    (villageId === null || followUp.village?.id === villageId) &&
    (state === null || followUp.state === state)
  );
}
