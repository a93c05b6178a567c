import { queryOptions } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";

export const evaluationQuery = (forumId: string) =>
  queryOptions({
    queryKey: ["evaluation", forumId],
    queryFn: () => readResponse(api.forums[":forumId"].evaluation.$get({ param: { forumId } })),
  });
