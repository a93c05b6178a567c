import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

type List = InferResponseType<(typeof api)["citizen-questions"]["$get"]>;
export type CitizenQuestion = List["questions"][number];

export const citizensQuery = queryOptions({
  queryKey: ["citizen-questions"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["citizen-questions"].$get()) }),
});
