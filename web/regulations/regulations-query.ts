import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type Register = InferResponseType<typeof api.regulations.$get>;
export type Regulation = Register["regulations"][number];
export type RegulationPageData = InferResponseType<
  (typeof api.regulations)[":regulationId"]["$get"],
  200
>;

export const regulationsKey = ["regulations"] as const;

/** The whole register: a sub-district's is short, and each citation asks for it. */
export const regulationsQuery = queryOptions({
  queryKey: [...regulationsKey, "all"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.regulations.$get()) }),
  staleTime: 60_000,
});

export const regulationQuery = (regulationId: string) =>
  queryOptions({
    queryKey: [...regulationsKey, regulationId],
    queryFn: () => readResponse(api.regulations[":regulationId"].$get({ param: { regulationId } })),
  });
