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

/** Of the follow-ups in one document, by the ids of their containers. */
export const registerStatusesQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...registerKey, "document", documentId],
    queryFn: () =>
      readResponse(
        api.documents[":documentId"]["register-statuses"].$get({ param: { documentId } }),
      ),
  });

export const followUpsQuery = queryOptions({
  queryKey: [...registerKey, "near"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["follow-ups"].$get()) }),
});
