import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type Home = InferResponseType<typeof api.home.$get>;
export type ForumCard = Home["forums"][number];
export type WaitingDocument = Home["waiting"][number];
export type DocumentCard = Home["documents"][number];

/** How often a page that shows who is where asks again, while somebody looks at it. */
export const presenceRefreshMs = 15_000;

export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.home.$get()) }),
  refetchInterval: presenceRefreshMs,
});
