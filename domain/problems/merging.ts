/** That a problem was merged into another one; times in ms since 1970. */
export interface Merge {
  problemId: string;
  intoId: string;
  mergedAt: number;
  /** Null as long as it holds. */
  undoneAt: number | null;
}

/**
 * For which problem another one counts: itself, or what it was merged into in the end.
 * @param at as it stood at this moment (a merge and its undoing count from their own moment on)
 */
export function standsFor(merges: readonly Merge[], at = Infinity): (problemId: string) => string {
  const into = new Map(
    merges
      .filter(({ mergedAt, undoneAt }) => mergedAt <= at && (undoneAt === null || undoneAt > at))
      .map(({ problemId, intoId }) => [problemId, intoId]),
  );
  return (problemId) => {
    let root = problemId;
    // What something is merged into is always made by that merge, so that no way leads back.
    for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next;
    return root;
  };
}
