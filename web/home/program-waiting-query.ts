import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";

export type Waiting = InferResponseType<typeof api.home.waiting.$get>;

/** What Beranda asks before it fetches the part that shows it: for most there is nothing. */
export const programWaitingQuery = queryOptions({
  queryKey: ["home", "waiting"],
  queryFn: () => readResponse(api.home.waiting.$get()),
});
