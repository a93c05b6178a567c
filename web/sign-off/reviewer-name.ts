import { personName } from "../design/shown-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { useMessages } from "../messages/use-messages.ts";

type Review = DocumentPageData["reviews"][number];

/** Name, position and office as far as they are told; empty where nothing is. */
export function useReviewerName({ by, position, office }: Review): string {
  const { masks } = useMessages();
  return [by && personName(by, masks), position, office].filter(Boolean).join(", ");
}
