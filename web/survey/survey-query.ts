import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";
import { surveysKey } from "./waiting-surveys.ts";

/** How often a page asks whether somebody else of the village was first. */
const refreshMs = 20_000;

export type SurveyCard = InferResponseType<typeof api.surveys.$get>["surveys"][number];
export type SurveyData = InferResponseType<(typeof api.surveys)[":surveyId"]["$get"]>;
export type SurveyResultsData = InferResponseType<
  (typeof api.surveys)[":surveyId"]["results"]["$get"]
>;

export const surveysQuery = queryOptions({
  queryKey: [...surveysKey, "list"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.surveys.$get()) }),
});

export const surveyQuery = (surveyId: string) =>
  queryOptions({
    queryKey: [...surveysKey, "one", surveyId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.surveys[":surveyId"].$get({ param: { surveyId } })),
      }),
    refetchInterval: refreshMs,
  });

export const resultsQuery = (surveyId: string) =>
  queryOptions({
    queryKey: [...surveysKey, "results", surveyId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.surveys[":surveyId"].results.$get({ param: { surveyId } })),
      }),
  });
