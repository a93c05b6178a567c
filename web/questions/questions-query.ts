import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

type QuestionList = InferResponseType<typeof api.questions.$get>;
export type ListedQuestion = QuestionList["questions"][number];
export type NextPage = NonNullable<QuestionList["next"]>;
export type QuestionPageData = InferResponseType<
  (typeof api.questions)[":questionId"]["$get"],
  200
>;
export type Answer = QuestionPageData["answers"][number];

export const questionsKey = ["questions"] as const;

export const questionsQuery = queryOptions({
  queryKey: [...questionsKey, "all"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.questions.$get({ query: {} })) }),
});

export const questionQuery = (questionId: string) =>
  queryOptions({
    queryKey: [...questionsKey, "one", questionId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.questions[":questionId"].$get({ param: { questionId } })),
      }),
  });

export const similarQuery = (text: string) =>
  queryOptions({
    queryKey: [...questionsKey, "similar", text],
    queryFn: () => readResponse(api.questions.similar.$get({ query: { text } })),
    placeholderData: keepPreviousData,
    enabled: text.length >= 8,
  });
