import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { libraryKinds } from "../../domain/search/searched-kinds.ts";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";
import type { SearchAddress } from "./search-address.ts";

export type SearchAnswer = InferResponseType<typeof api.search.$get>;
export type SearchHit = SearchAnswer["hits"][number];

const searchKey = ["search"] as const;

/** What is found changes with every word that anybody writes: an old answer is not kept for long. */
const freshForMs = 10_000;

export const searchQuery = (address: SearchAddress) =>
  queryOptions({
    queryKey: [...searchKey, address],
    queryFn: () => readResponse(api.search.$get({ query: queryOf(address) })),
    staleTime: freshForMs,
    placeholderData: keepPreviousData,
    // What cannot be searched for stays so.
    retry: false,
  });

export const libraryQuery = ({ q: _, status: __, ...address }: SearchAddress) =>
  queryOptions({
    queryKey: [...searchKey, "library", address],
    queryFn: ({ client, queryKey }) =>
      askAndKeep({
        client,
        queryKey,
        ask: () => readResponse(api.library.$get({ query: libraryQueryOf(address) })),
      }),
    placeholderData: keepPreviousData,
  });

export const villagesQuery = queryOptions({
  queryKey: [...searchKey, "villages"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.library.villages.$get()) }),
  staleTime: 5 * 60_000,
});

/** The next of what was found, in its order. */
export async function askMore(q: string, refs: readonly string[]): Promise<SearchHit[]> {
  const query = { refs: refs.join(","), ...(q ? { q } : {}) };
  return (await readResponse(api.search.more.$get({ query }))).hits;
}

function queryOf({ q, kind, theme, village, year, status }: SearchAddress) {
  return {
    q,
    ...(kind ? { kind } : {}),
    ...(theme ? { theme } : {}),
    ...(village ? { village } : {}),
    ...(year ? { year } : {}),
    ...(status ? { status } : {}),
  };
}

function libraryQueryOf({ kind, theme, village, year }: Omit<SearchAddress, "q" | "status">) {
  const held = libraryKinds.find((each) => each === kind);
  return {
    ...(held ? { kind: held } : {}),
    ...(theme ? { theme } : {}),
    ...(village ? { village } : {}),
    ...(year ? { year } : {}),
  };
}
