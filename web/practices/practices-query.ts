import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { Theme } from "../../domain/statuses.ts";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type PracticeList = InferResponseType<typeof api.practices.$get>;
export type PracticePageData = InferResponseType<
  (typeof api.practices)[":practiceId"]["$get"],
  200
>;

export const practicesKey = ["practices"] as const;

export interface PracticeFilter {
  theme: Theme | null;
  villageId: string | null;
  search: string;
}

export const practicesQuery = ({ theme, villageId, search }: PracticeFilter) =>
  queryOptions({
    queryKey: [...practicesKey, "list", theme ?? "", villageId ?? "", search],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () =>
          readResponse(
            api.practices.$get({
              query: {
                ...(theme ? { theme } : {}),
                ...(villageId ? { village: villageId } : {}),
                ...(search ? { search } : {}),
              },
            }),
          ),
      }),
    placeholderData: keepPreviousData,
  });

export const practiceQuery = (practiceId: string) =>
  queryOptions({
    queryKey: [...practicesKey, "one", practiceId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.practices[":practiceId"].$get({ param: { practiceId } })),
      }),
  });
