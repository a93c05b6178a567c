import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";

const route = api.documents[":documentId"].redactions;

export type Redactions = InferResponseType<typeof route.$get>;
export type Redaction = Redactions["redactions"][number];
export type Occurrence = NonNullable<Redaction["occurrences"]>[number];

/** Never kept on the device: a proposal shows the words. */
export const redactionsQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["redactions", documentId],
    queryFn: () => readResponse(route.$get({ param: { documentId } })),
    gcTime: 0,
  });
