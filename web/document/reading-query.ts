import { queryOptions } from "@tanstack/react-query";
import type { ReadingNode } from "../../party/reading.ts";
import { api, requireOk } from "../api.ts";

/** The room's document as it is now; asked anew each time, and kept nowhere. */
export const readingQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["reading", documentId],
    queryFn: async () => {
      const path = api.documents[":documentId"].reading;
      const answer = await requireOk(path.$get({ param: { documentId } }));
      return JSON.parse(await answer.text()) as ReadingNode;
    },
    staleTime: 0,
    gcTime: 0,
  });
