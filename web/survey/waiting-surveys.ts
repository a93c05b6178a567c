import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

/** What is asked anew when a survey changed: the key of each of its questions begins with it. */
export const surveysKey = ["surveys"] as const;

export type WaitingSurvey = InferResponseType<typeof api.surveys.waiting.$get>["surveys"][number];

/** What the home page asks; the rest of the survey's code comes with its own pages. */
export const waitingSurveysQuery = queryOptions({
  queryKey: [...surveysKey, "waiting"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.surveys.waiting.$get()) }),
});
