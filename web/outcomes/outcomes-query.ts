import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";
import { outcomesKey } from "./outcomes-key.ts";

export type OutcomeListData = InferResponseType<typeof api.outcomes.$get>;
export type OutcomeData = InferResponseType<(typeof api.outcomes)[":documentId"]["$get"]>;

export const outcomesQuery = queryOptions({
  queryKey: [...outcomesKey, "list"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.outcomes.$get()) }),
});

export const outcomeQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...outcomesKey, documentId],
    queryFn: () => readResponse(api.outcomes[":documentId"].$get({ param: { documentId } })),
  });
