import { queryOptions } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";

export const noticeQuery = queryOptions({
  queryKey: ["notice"],
  queryFn: () => readResponse(api.me.notice.$get()),
});
