import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../../api.ts";

export type Key = InferResponseType<typeof api.keys.$get>["keys"][number];

export const keysQuery = queryOptions({
  queryKey: ["keys"],
  queryFn: () => readResponse(api.keys.$get()),
});

export const keyUsesQuery = (keyId: string) =>
  queryOptions({
    queryKey: ["keys", keyId, "uses"],
    queryFn: () => readResponse(api.keys[":keyId"].uses.$get({ param: { keyId } })),
  });
