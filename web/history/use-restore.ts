import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";
import { historyQuery } from "./history-query.ts";

const path = api.documents[":documentId"].history.restoration;

/** Brings the document, or a section of it, back to a place of its record. */
export function useRestore(documentId: string, onDone: (done: { place: number }) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: { place: number; sectionId: string | null }) =>
      readResponse(path.$put({ param: { documentId }, json })),
    onSuccess: async (done) => {
      // The record has grown: its head, and the timeline.
      await client.invalidateQueries(historyQuery(documentId));
      onDone(done);
    },
  });
}
