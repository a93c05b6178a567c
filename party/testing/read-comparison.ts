import type { Comparison, WrittenComparison } from "../history/history-view.ts";

/** A comparison as it was before it was written. */
export function readComparison(written: WrittenComparison): Comparison {
  const { authors, madeBy, origins, rest } = written;
  const withAuthors = origins.map((json, at) => ({
    ...JSON.parse(json),
    author: authors[madeBy[at] ?? -1],
  }));
  return { ...JSON.parse(rest), origins: withAuthors };
}
