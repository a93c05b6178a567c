import { queryOptions } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";

const path = api.documents[":documentId"].versions;

export const versionsQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["history", documentId, "versions"],
    queryFn: () => readResponse(path.$get({ param: { documentId } })),
  });

/** Gives the document as it is now a name. @throws ApiError */
export async function nameVersion(documentId: string, name: string): Promise<void> {
  await readResponse(path.$post({ param: { documentId }, json: { name } }));
}
