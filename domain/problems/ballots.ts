/** What one village chose. */
export interface Ballot {
  villageId: string;
  problemIds: readonly string[];
}

export interface VoteCount {
  problemId: string;
  /** Who chose it, each village once; in the order of the ballots. */
  villageIds: string[];
}

/**
 * How many villages chose each problem, the most chosen first. What was merged meanwhile counts for
 * what it was merged into, once for each village, also where the village chose several of its parts.
 * @param problemIds all that stood in the vote: those that nobody chose come last
 * @param standsFor see merging.ts
 */
export function countBallots(
  problemIds: readonly string[],
  ballots: readonly Ballot[],
  standsFor: (problemId: string) => string,
): VoteCount[] {
  const chosenBy = new Map<string, Set<string>>(problemIds.map((id) => [standsFor(id), new Set()]));
  for (const { villageId, problemIds: chosen } of ballots) {
    for (const id of chosen) {
      const problemId = standsFor(id);
      // What was chosen while it was merged, and is apart again, keeps its votes.
      const villageIds = chosenBy.get(problemId) ?? new Set();
      chosenBy.set(problemId, villageIds.add(villageId));
    }
  }
  return [...chosenBy]
    .map(([problemId, villageIds]) => ({ problemId, villageIds: [...villageIds] }))
    .sort((a, b) => b.villageIds.length - a.villageIds.length);
}
