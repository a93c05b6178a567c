import { queryOptions } from "@tanstack/react-query";
import { isStatus, requireOk } from "../api.ts";
import type { Version } from "./history-answers.ts";

export interface Versions {
  /** The newest first. */
  versions: Version[];
  mayName: boolean;
}

const addressOf = (documentId: string) => `/api/documents/${documentId}/versions`;

export const versionsQuery = (documentId: string) =>
  queryOptions({
    queryKey: ["history", documentId, "versions"],
    queryFn: async (): Promise<Versions> => {
      try {
        const answer = await requireOk(fetch(addressOf(documentId)));
        return (await answer.json()) as Versions;
      } catch (error) {
        // A server of before versions had names.
        if (isStatus(error, 404)) return { versions: [], mayName: false };
        throw error;
      }
    },
  });

/** Gives the document as it is now a name. @throws ApiError */
export async function nameVersion(documentId: string, name: string): Promise<void> {
  await requireOk(
    fetch(addressOf(documentId), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name }),
    }),
  );
}
