import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { Theme } from "../../domain/statuses.ts";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";
import { mapKey } from "./map-query.ts";

export type ProblemList = InferResponseType<typeof api.problems.$get, 200>;
export type ListedProblem = ProblemList["problems"][number];
export type ProblemPageData = InferResponseType<(typeof api.problems)[":problemId"]["$get"], 200>;
export type VotePageData = InferResponseType<
  (typeof api)["priority-votes"][":voteId"]["$get"],
  200
>;
export type VoteCardData = InferResponseType<
  (typeof api)["priority-votes"]["$get"],
  200
>["votes"][number];

export type ProblemOrder = "weight" | "villages" | "newest";

export interface ProblemFilter {
  theme: Theme | null;
  /** A village's id, "shared" or "none". */
  village: string | null;
  state: "living" | "setAside" | "merged";
  order: ProblemOrder;
}

/** So many more with each press. */
export const listedAtOnce = 30;

export const problemsQuery = (filter: ProblemFilter, pages: number) =>
  queryOptions({
    queryKey: [...mapKey, "list", filter, pages] as const,
    queryFn: () => askForPages(filter, pages),
    placeholderData: keepPreviousData,
  });

/** All that are shown at once, so that each stands in the list once. */
async function askForPages(filter: ProblemFilter, pages: number): Promise<ProblemList> {
  const { theme, village, state, order } = filter;
  const asked = await Promise.all(
    Array.from({ length: pages }, (_, page) =>
      readResponse(
        api.problems.$get({
          query: {
            ...(theme ? { theme } : {}),
            ...(village ? { village } : {}),
            ...{ state, order, from: `${page * listedAtOnce}` },
          },
        }),
      ),
    ),
  );
  const [first] = asked;
  if (first === undefined) throw new Error("a list without a page");
  const problems = new Map(
    asked.flatMap((each) => each.problems).map((problem) => [problem.id, problem]),
  );
  return { ...first, problems: [...problems.values()] };
}

export const problemQuery = (problemId: string) =>
  queryOptions({
    queryKey: [...mapKey, "one", problemId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.problems[":problemId"].$get({ param: { problemId } })),
      }),
  });

export const votesQuery = queryOptions({
  queryKey: [...mapKey, "votes"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api["priority-votes"].$get()) }),
});

export const voteQuery = (voteId: string) =>
  queryOptions({
    queryKey: [...mapKey, "vote", voteId],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api["priority-votes"][":voteId"].$get({ param: { voteId } })),
      }),
  });
