import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";
import { presenceRefreshMs } from "../home/home-query.ts";

export type AttendanceData = InferResponseType<
  (typeof api.forums)[":forumId"]["attendance"]["$get"]
>;
export type Attendee = AttendanceData["people"][number];

export const attendanceQuery = (forumId: string) =>
  queryOptions({
    queryKey: ["attendance", forumId],
    queryFn: () => readResponse(api.forums[":forumId"].attendance.$get({ param: { forumId } })),
    refetchInterval: presenceRefreshMs,
  });
