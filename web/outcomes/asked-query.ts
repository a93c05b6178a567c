import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";

/** Of all that is asked about what was learnt. */
export const outcomesKey = ["outcomes"];

export type AskedAgain = InferResponseType<typeof api.outcomes.asked.$get>["asked"];

/** What Beranda asks before it fetches the part that shows it: for most there is nothing. */
export const askedQuery = queryOptions({
  queryKey: [...outcomesKey, "asked"],
  queryFn: () => readResponse(api.outcomes.asked.$get()),
});
