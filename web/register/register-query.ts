import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";
import { registerKey } from "./waiting-query.ts";

export type RegisterData = InferResponseType<(typeof api.forums)[":forumId"]["register"]["$get"]>;
export type FollowUp = RegisterData["followUps"][number];
export type Agreement = RegisterData["agreements"][number];
export type FollowUpEvent = FollowUp["history"][number];
/** As short lists have it. */
export type ListedFollowUp = Omit<FollowUp, "history">;

export const registerQuery = (forumId: string) =>
  queryOptions({
    queryKey: [...registerKey, "forum", forumId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.forums[":forumId"].register.$get({ param: { forumId } })),
      }),
  });

export const followUpsQuery = queryOptions({
  queryKey: [...registerKey, "near"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["follow-ups"].$get()) }),
});
