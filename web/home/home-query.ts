import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";

export type Home = InferResponseType<typeof api.home.$get>;
export type ForumCard = Home["forums"][number];
export type DocumentCard = Home["documents"][number];

/** How often a page that shows who is where asks again, while somebody looks at it. */
export const presenceRefreshMs = 15_000;

export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: () => readResponse(api.home.$get()),
  refetchInterval: presenceRefreshMs,
});
