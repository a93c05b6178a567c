import { useMutation, useQueryClient } from "@tanstack/react-query";
import { requireOk } from "../api.ts";
import { historyQuery } from "./history-query.ts";

/** Brings the document, or a section of it, back to a place of its record. */
export function useRestore(documentId: string, onDone: (done: { place: number }) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: { place: number; sectionId: string | null }) => {
      const answer = await requireOk(
        fetch(`/api/documents/${documentId}/history/restoration`, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(wanted),
        }),
      );
      return (await answer.json()) as { place: number };
    },
    onSuccess: async (done) => {
      // The record has grown: its head, and the timeline.
      await client.invalidateQueries(historyQuery(documentId));
      onDone(done);
    },
  });
}
