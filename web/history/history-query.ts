import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";
import type { ShownComparison } from "./history-answers.ts";

const path = api.documents[":documentId"].history;

export const historyQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["history", documentId],
    queryFn: () => readResponse(path.$get({ param: { documentId } })),
    // The answer waits by itself for a while.
    refetchInterval: ({ state }) => (state.data?.progress ? 300 : false),
  });

/** What of the timeline is asked for; fields that are left out narrow nothing. */
export interface TimelineFilter {
  village?: string;
  author?: string;
  sectionId?: string;
  day?: string;
  words?: string;
}

export const stretchesQuery = (documentId: string, filter: TimelineFilter) =>
  infiniteQueryOptions({
    queryKey: ["history", documentId, "stretches", filter],
    queryFn: ({ pageParam }) =>
      readResponse(
        path.stretches.$get({
          param: { documentId },
          query: { ...filter, ...(pageParam !== null && { before: `${pageParam}` }) },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });

/** What happened between two places; of one place the document as it was, and who wrote what. */
export const comparisonQuery = (documentId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ["history", documentId, "comparison", from, to],
    queryFn: async () => {
      const query = { from: `${from}`, to: `${to}` };
      const answer = await readResponse(path.comparison.$get({ param: { documentId }, query }));
      const { authors, ...comparison } = answer;
      const origins = comparison.origins.map((origin) => ({
        ...origin,
        author: authors[origin.author],
      }));
      // JSON leaves out what its type calls undefined, and every number is an author's.
      return { ...comparison, origins } as ShownComparison;
    },
    // The record only grows: what stands between two of its places stays.
    staleTime: Number.POSITIVE_INFINITY,
    // Films ask for many.
    gcTime: 60_000,
  });

/** When the entry of this place was written, ms since 1970. */
export const momentQuery = (documentId: string, place: number) =>
  queryOptions({
    queryKey: ["history", documentId, "moment", place],
    queryFn: async () => {
      const query = { before: `${place + 1}` };
      const { stretches } = await readResponse(
        path.stretches.$get({ param: { documentId }, query }),
      );
      return stretches[0]?.toAt ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
