import { useQuery } from "@tanstack/react-query";
import type { ShownVillage } from "../../party/masks/shown-person.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { named } from "../design/shown-name.ts";
import { useMessages } from "../messages/use-messages.ts";
import { renderNode } from "./reading-node.ts";
import { readingQuery } from "./reading-query.ts";

interface Props {
  documentId: string;
  villages: readonly ShownVillage[];
}

/** The document as it is now, for whoever cannot have the editor; it does not move by itself. */
export default function ReadingText({ documentId, villages }: Props) {
  const { document: words, masks } = useMessages();
  const query = useQuery(readingQuery(documentId));
  if (query.data) {
    return (
      <section className="document-text tiptap" aria-label={words.text}>
        {renderNode(query.data, { words, villages: named(villages, masks) })}
      </section>
    );
  }
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return <Skeleton rows={6} />;
}
