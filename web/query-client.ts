import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError, isStatus } from "./api.ts";
import { forgetPerson } from "./offline/device-person.ts";
import { meKey } from "./session/me-query.ts";

const retries = 2;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (!isStatus(error, 401)) return;
      queryClient.setQueryData(meKey, null);
      void forgetPerson();
    },
  }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < retries && !isRefusal(error),
      staleTime: 5_000,
      // Otherwise a page opened without a connection waits forever instead of saying so.
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}
