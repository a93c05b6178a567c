import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, isStatus, readResponse } from "../api.ts";
import { forgetPerson, rememberPerson } from "../offline/device-person.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type Me = InferResponseType<typeof api.me.$get>;
export const meKey = ["me"] as const;

/** Who is signed in on this device; null when nobody is. */
export const meQuery = queryOptions(askForMe());

/** @param patienceMs before whom the device knows is shown meanwhile */
export function askForMe(patienceMs?: number) {
  return {
    queryKey: meKey,
    queryFn: async ({ client }: { client: QueryClient }): Promise<Me | null> => {
      try {
        return await askAndKeep({
          client,
          queryKey: meKey,
          ask: askMe,
          holds: ({ sessionEndsAt }) => sessionEndsAt > Date.now(),
          ...(patienceMs !== undefined && { patienceMs }),
        });
      } catch (error) {
        if (!isStatus(error, 401)) throw error;
        void forgetPerson();
        return null;
      }
    },
    staleTime: 5 * 60_000,
  };
}

async function askMe(): Promise<Me> {
  const me = await readResponse(api.me.$get());
  void rememberPerson(me);
  return me;
}
