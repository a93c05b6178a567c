import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, isStatus, readResponse } from "../api.ts";

export type Me = InferResponseType<typeof api.me.$get>;
export const meKey = ["me"] as const;

/** Who is signed in on this device; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await readResponse(api.me.$get());
    } catch (error) {
      if (isStatus(error, 401)) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});
