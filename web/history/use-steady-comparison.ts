import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { comparisonQuery } from "./history-query.ts";

export interface Moment {
  from: number;
  to: number;
}

/**
 * The comparison of a moment that moves on, such as under a slider: asked only once the one before is
 * answered, and then for where the moment is by then. Until it comes, the last one stays.
 */
export function useSteadyComparison(documentId: string, { from, to }: Moment) {
  const [asked, setAsked] = useState<Moment>({ from, to });
  const query = useQuery({
    ...comparisonQuery(documentId, asked.from, asked.to),
    placeholderData: (before) => before,
  });
  const isBehind = asked.from !== from || asked.to !== to;
  useEffect(() => {
    if (isBehind && !query.isFetching) setAsked({ from, to });
  }, [isBehind, query.isFetching, from, to]);
  return { ...query, isBehind: isBehind || query.isFetching };
}
