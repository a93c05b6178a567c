import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type DocumentPageData = InferResponseType<(typeof api.documents)[":documentId"]["$get"]>;

export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["document", documentId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.documents[":documentId"].$get({ param: { documentId } })),
      }),
  });
