import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type LetterheadData = InferResponseType<
  (typeof api.forums)[":forumId"]["letterhead"]["$get"]
>;

/** Of the district whose forum it is. */
export const letterheadQuery = (forumId: string) =>
  queryOptions({
    queryKey: ["letterhead", forumId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.forums[":forumId"].letterhead.$get({ param: { forumId } })),
      }),
  });

/** A new picture has a new address: nobody sees the former one from the browser's memory. */
export function emblemOf(forumId: string, { emblem }: LetterheadData): string | null {
  return emblem && `/api/forums/${encodeURIComponent(forumId)}/letterhead/emblem?v=${emblem}`;
}
