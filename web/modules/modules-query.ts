import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { askAndKeep } from "../offline/kept-answers.ts";

export type ModuleListData = InferResponseType<typeof api.modules.$get>;
export type ModuleCard = ModuleListData["modules"][number];
export type ModuleData = InferResponseType<(typeof api.modules)[":moduleId"]["$get"]>;

/** Of all that is asked about modules. */
export const modulesKey = ["modules"];

export const modulesQuery = queryOptions({
  queryKey: [...modulesKey, "list"],
  queryFn: ({ client, queryKey }) =>
    askAndKeep({ client, queryKey, ask: () => readResponse(api.modules.$get()) }),
});

export const moduleQuery = (moduleId: string) =>
  queryOptions({
    queryKey: [...modulesKey, moduleId],
    queryFn: () => readResponse(api.modules[":moduleId"].$get({ param: { moduleId } })),
  });
