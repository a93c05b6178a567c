import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

// What the first pages ask before they fetch the parts that show it: for most there is nothing.

/** What is asked anew when a follow-up changed: the key of each of its questions begins with it. */
export const registerKey = ["register"] as const;

export const remindersQuery = queryOptions({
  queryKey: [...registerKey, "reminders"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["follow-ups"].reminders.$get()) }),
});

export type Reminders = InferResponseType<(typeof api)["follow-ups"]["reminders"]["$get"]>;
export type CarriedData = InferResponseType<
  (typeof api.forums)[":forumId"]["carried-follow-ups"]["$get"]
>;

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
