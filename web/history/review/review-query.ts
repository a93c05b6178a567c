import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { InferRequestType, InferResponseType } from "hono/client";
import { api, readResponse, requireOk } from "../../api.ts";
import { documentQuery } from "../../document/document-query.ts";
import { homeQuery } from "../../home/home-query.ts";

const path = api.documents[":documentId"];

export type Review = InferResponseType<typeof path.review.$get>;
export type ReviewNote = Review["notes"][number];
export type ShownReview = Review["reviews"][number];

/** A version, or a place and what came up to it. */
type NewNote = InferRequestType<(typeof path)["review-notes"]["$post"]>["json"];

/** For whoever the history names people: what reviewers noted, and who has reviewed. */
export const reviewQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["history", documentId, "review"],
    queryFn: () => readResponse(path.review.$get({ param: { documentId } })),
  });

/** What shows that somebody has reviewed or noted; the record itself stays as it was. */
export const reviewKeys = (documentId: string) => [
  reviewQuery(documentId).queryKey,
  documentQuery(documentId).queryKey,
  homeQuery.queryKey,
];

export function useAddNote(documentId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewNote) =>
      readResponse(path["review-notes"].$post({ param: { documentId }, json })),
    onSuccess: async () => {
      await client.invalidateQueries(reviewQuery(documentId));
      onDone();
    },
  });
}

export function takeNoteBack(documentId: string, noteId: string) {
  return requireOk(path["review-notes"][":noteId"].$delete({ param: { documentId, noteId } }));
}

/** "Telah ditinjau", up to a place of the record. */
export function closeReview(documentId: string, place: number) {
  return requireOk(path.review.$put({ param: { documentId }, json: { place } }));
}
