import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type RegisterData = InferResponseType<(typeof api.forums)[":forumId"]["register"]["$get"]>;
export type FollowUp = RegisterData["followUps"][number];
export type Agreement = RegisterData["agreements"][number];
export type FollowUpEvent = FollowUp["history"][number];
/** As short lists have it. */
export type ListedFollowUp = Omit<FollowUp, "history">;

/** What is asked anew when a follow-up changed: every key below begins with it. */
export const registerKey = ["register"] as const;

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

export const carriedQuery = (forumId: string) =>
  queryOptions({
    queryKey: [...registerKey, "carried", forumId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () =>
          readResponse(api.forums[":forumId"]["carried-follow-ups"].$get({ param: { forumId } })),
      }),
  });

export const followUpsQuery = queryOptions({
  queryKey: [...registerKey, "near"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["follow-ups"].$get()) }),
});

export const remindersQuery = queryOptions({
  queryKey: [...registerKey, "reminders"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["follow-ups"].reminders.$get()) }),
});
