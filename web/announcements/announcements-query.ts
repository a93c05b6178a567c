import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

/** What is asked anew when an announcement was made, read or withdrawn. */
export const announcementsKey = ["announcements"] as const;

export type AnnouncementList = InferResponseType<typeof api.announcements.$get>;
export type Announcement = AnnouncementList["announcements"][number];

export const announcementsQuery = queryOptions({
  queryKey: [...announcementsKey, "all"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.announcements.$get()) }),
});

export const readersQuery = (announcementId: string) =>
  queryOptions({
    queryKey: [...announcementsKey, "readers", announcementId],
    queryFn: () =>
      readResponse(
        api.announcements[":announcementId"].readers.$get({ param: { announcementId } }),
      ),
  });
