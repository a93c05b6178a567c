import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type UnreadData = InferResponseType<typeof api.announcements.unread.$get>;

/** What is asked anew when an announcement was made, read or withdrawn. */
export const announcementsKey = ["announcements"] as const;

export const unreadQuery = queryOptions({
  queryKey: [...announcementsKey, "unread"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.announcements.unread.$get()) }),
});
