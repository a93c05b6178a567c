import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { presenceRefreshMs } from "../home/home-query.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type ForumPageData = InferResponseType<(typeof api.forums)[":forumId"]["$get"]>;

export const forumQuery = (forumId: string) =>
  queryOptions({
    queryKey: ["forum", forumId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.forums[":forumId"].$get({ param: { forumId } })),
      }),
    refetchInterval: presenceRefreshMs,
  });
