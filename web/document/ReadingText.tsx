import { useQuery } from "@tanstack/react-query";
import type { VillageBadge } from "../../party/room-person.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { renderNode } from "./reading-node.ts";
import { readingQuery } from "./reading-query.ts";

interface Props {
  documentId: string;
  villages: readonly VillageBadge[];
}

/** The document as it is now, for whoever cannot have the editor; it does not move by itself. */
export default function ReadingText({ documentId, villages }: Props) {
  const { document: words } = useMessages();
  const query = useQuery(readingQuery(documentId));
  if (query.data) {
    return (
      <section className="document-text tiptap" aria-label={words.text}>
        {renderNode(query.data, { words, villages })}
      </section>
    );
  }
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return <Skeleton rows={6} />;
}
