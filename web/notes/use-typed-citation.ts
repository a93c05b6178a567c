import { useQuery } from "@tanstack/react-query";
import type { CitedRegulation } from "../../party/notes/thread-view.ts";
import { namedIn } from "../regulations/named-in.ts";
import { regulationsQuery } from "../regulations/regulations-query.ts";

/** Says which regulations a text names that it did not name before. */
export function useTypedCitation(): (before: string, text: string) => CitedRegulation[] {
  const { data } = useQuery(regulationsQuery);
  const regulations = data?.regulations ?? [];
  return (before, text) => {
    const known = new Set(namedIn(before, regulations).map(({ regulation }) => regulation.id));
    return namedIn(text, regulations)
      .filter(({ regulation }) => !known.has(regulation.id))
      .map(({ regulation, words }) => ({ id: regulation.id, words }));
  };
}
