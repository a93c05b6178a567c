import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type MapData = InferResponseType<(typeof api)["problem-map"]["$get"]>;
export const mapKey = ["problems"] as const;

export const mapQuery = queryOptions({
  queryKey: [...mapKey, "map"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({
      client,
      queryKey,
      ask: () => readResponse(api["problem-map"].$get()),
      patienceMs: 0,
    }),
});
